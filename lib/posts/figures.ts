// The data of all figures: read, held to its schema, and remembered while nothing changed.

import { fetchProtocol, protocols } from '@/lib/protocols'
import { buildLimits, pageLimits } from '@/lib/sim/limits'
import type { AnyProtocol, Options } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { optionsFault, scenarioFault, scenarioFields } from '@/lib/sim/valid'
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
import { surveyFault, type Wrong } from './survey-fault'

const remembered = new Map<string, Read<Subject>>()

const scenarioWrong = async (
  scenario: AnyScenario,
  survey: boolean,
): Promise<Wrong | undefined> => {
  const protocol = await fetchProtocol(String(scenario.protocol))
  if (!protocol) {
    const says = `there is no protocol ${JSON.stringify(scenario.protocol)}`
    return { path: ['protocol'], says, word: String(scenario.protocol) }
  }
  const sized = survey ? -1 : (scenario.levers ?? []).findIndex(({ nodes }) => nodes !== undefined)
  if (sized >= 0) return { path: ['levers', sized, 'nodes'], says: 'only a survey has other nodes' }
  return scenarioFault(protocol, scenario, survey ? buildLimits : pageLimits)
}

/** What is wrong with a figure's data, and in which field. */
const wrongWith = async (subject: Subject): Promise<Wrong | undefined> => {
  if (isScenario(subject)) return scenarioWrong(subject, false)
  return isStudy(subject) ? studyWrong(subject) : surveyWrong(subject)
}

const studyWrong = async (studied: AnyStudied): Promise<Wrong | undefined> => {
  const { study: name, options = {}, levers = [], ...rest } = studied
  const study = await fetchStudy(String(name))
  if (!study) {
    const says = `there is no study ${JSON.stringify(name)}`
    return { path: ['study'], says, word: String(name) }
  }
  const odd = Object.keys(rest).find((it) => it !== 'title')
  if (odd) return { path: [odd], says: `there is no ${JSON.stringify(odd)} in a study` }
  const turned = levers.map((it, i) => [it.options, ['levers', i, 'options']] as const)
  for (const [given, path] of [[options, ['options']] as const, ...turned]) {
    const wrong = optionsFault(study.options as Options, given, path)
    if (wrong) return wrong
  }
  return undefined
}

const surveyWrong = async (subject: AnySurvey): Promise<Wrong | undefined> => {
  const inner = await scenarioWrong(subject.of, true)
  if (inner) return { ...inner, path: ['of', ...inner.path] }
  return surveyFault(subject, (await fetchProtocol(subject.of.protocol))!.options)
}

/** A key that is not there to be set: its name, and the names that there are. */
const strangeKey = ({ path, says }: Wrong) => {
  const name = /^there is no (?:option |message )?"?([^"; ]+)/.exec(says)?.[1]
  if (name === undefined || name !== path.at(-1)) return undefined
  const listed = /; \w+: (.+)$/.exec(says)?.[1]?.split(', ')
  const fields = says.endsWith('in a study')
    ? ['study', 'options', 'title', 'levers']
    : scenarioFields
  return { name, known: listed ?? fields }
}

const read = async (source: Source): Promise<Read<Subject>> => {
  const data = await readData(source)
  if ('fault' in data) return data
  const wrong = await wrongWith(data.value)
  if (!wrong) return data
  const field = wrong.path.map(String).join('.')
  const says = `${field || 'scenario'}: ${wrong.says}`
  const key = strangeKey(wrong)
  if (key) return { fault: source.fault(keySpan(source, wrong.path), says, key.name, key.known) }
  const names = isStudy(data.value) ? Object.keys(studies) : Object.keys(protocols)
  return { fault: source.fault(fieldSpan(source, wrong.path), says, wrong.word, names) }
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
