// The data of all figures: read, held to its schema, and remembered while nothing changed.

import { fetchProtocol, protocols } from '@/lib/protocols'
import { buildLimits, pageLimits } from '@/lib/sim/limits'
import type { AnyProtocol, Options } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { optionsFault, type ScenarioFault, scenarioFault } from '@/lib/sim/valid'
import { fetchStudy, studies } from '@/lib/studies'
import {
  type AnyStudied,
  type AnySurvey,
  fieldSpan,
  isScenario,
  isStudy,
  keySpan,
  type Read,
  readData,
  type Subject,
} from './data'
import { dataFile, figuresIn } from './folder'
import type { LintedFolder } from './lint/all'
import { digest, type Source } from './source'
import { surveyFault } from './survey-fault'

const remembered = new Map<string, Read<Subject>>()

const scenarioWrong = async (
  scenario: AnyScenario,
  survey: boolean,
): Promise<ScenarioFault | undefined> => {
  const protocol = await fetchProtocol(String(scenario.protocol))
  if (!protocol) {
    const says = `there is no protocol ${JSON.stringify(scenario.protocol)}`
    const stranger = { name: String(scenario.protocol), known: Object.keys(protocols) }
    return { path: ['protocol'], says, stranger }
  }
  const sized = survey ? -1 : (scenario.levers ?? []).findIndex(({ nodes }) => nodes !== undefined)
  if (sized >= 0) return { path: ['levers', sized, 'nodes'], says: 'only a survey has other nodes' }
  return scenarioFault(protocol, scenario, survey ? buildLimits : pageLimits) ?? twice(scenario)
}

/** Two nodes, or two levers, that nobody could tell apart: a claim knows a lever by its label. */
const twice = ({ names = [], levers = [] }: AnyScenario): ScenarioFault | undefined => {
  const labels = levers.map(({ label }) => label)
  const again = (all: readonly string[]) => all.findIndex((it, i) => all.indexOf(it) < i)
  const [name, lever] = [again(names), again(labels)]
  if (name >= 0) return { path: ['names', name], says: `${names[name]} stands there twice` }
  if (lever < 0) return undefined
  return { path: ['levers', lever, 'label'], says: `${labels[lever]} stands there twice` }
}

/** What is wrong with a figure's data, and in which field. */
const wrongWith = async (subject: Subject): Promise<ScenarioFault | undefined> => {
  if (isScenario(subject)) return scenarioWrong(subject, false)
  return isStudy(subject) ? studyWrong(subject) : surveyWrong(subject)
}

const studyWrong = async (studied: AnyStudied): Promise<ScenarioFault | undefined> => {
  const { study: name, options = {}, levers = [], ...rest } = studied
  const study = await fetchStudy(String(name))
  if (!study) {
    const says = `there is no study ${JSON.stringify(name)}`
    return { path: ['study'], says, stranger: { name: String(name), known: Object.keys(studies) } }
  }
  const odd = Object.keys(rest).find((it) => it !== 'title')
  if (odd) {
    const stranger = { name: odd, known: ['study', 'options', 'title', 'levers'] }
    return { path: [odd], says: `there is no ${JSON.stringify(odd)} in a study`, stranger }
  }
  const turned = levers.map((it, i) => [it.options, ['levers', i, 'options']] as const)
  for (const [given, path] of [[options, ['options']] as const, ...turned]) {
    const wrong = optionsFault(study.options as Options, given, path)
    if (wrong) return wrong
  }
  return undefined
}

const surveyWrong = async (subject: AnySurvey): Promise<ScenarioFault | undefined> => {
  const inner = await scenarioWrong(subject.of, true)
  if (inner) return { ...inner, path: ['of', ...inner.path] }
  return surveyFault(subject, (await fetchProtocol(subject.of.protocol))!.options)
}

const read = async (source: Source): Promise<Read<Subject>> => {
  const data = await readData(source)
  if ('fault' in data) return data
  const wrong = await wrongWith(data.value)
  if (!wrong) return data
  const field = wrong.path.map(String).join('.')
  const says = `${field || 'scenario'}: ${wrong.says}`
  const { stranger } = wrong
  // Where the stranger is a key, the key is what one mends.
  const spanOf = stranger && stranger.name === wrong.path.at(-1) ? keySpan : fieldSpan
  const span = spanOf(source, wrong.path)
  return { fault: source.fault(span, says, stranger?.name, stranger?.known) }
}

/** A figure's data, validated; the same object as long as a file says the same. */
export const readFigure = async (source: Source): Promise<Read<Subject>> => {
  // Only a fault knows of which file it is.
  const [any, own] = [digest(source.text), digest(source.file, source.text)]
  const known = remembered.get(any) ?? remembered.get(own)
  if (known) return known
  const data = await read(source)
  remembered.set('fault' in data ? own : any, data)
  return data
}

/** The protocol of a scenario that has been validated. */
export const protocolOf = async ({ protocol }: AnyScenario): Promise<AnyProtocol> =>
  (await fetchProtocol(protocol))!

/** The data of every figure that a post imports, by `slug/figure`. */
export const readFigures = async ({ folders, bySlug, source }: LintedFolder) => {
  const data = new Map<string, Read<Subject>>()
  for (const folder of folders)
    for (const figure of figuresIn(folder))
      if (bySlug.get(folder.slug)?.body?.imports.some(({ file }) => file === figure))
        data.set(
          `${folder.slug}/${figure}`,
          await readFigure(source(dataFile(folder.slug, figure))),
        )
  return data
}
