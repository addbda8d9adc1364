// The data of all figures: read, held to its schema, and remembered while nothing changed.

import { fetchProtocol, protocols } from '@/lib/protocols'
import { buildLimits, pageLimits } from '@/lib/sim/limits'
import type { AnyProtocol, Options } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { optionsFault, scenarioFault, valueFault } from '@/lib/sim/valid'
import { fetchStudy, studies } from '@/lib/studies'
import {
  type AnyStudied,
  type AnySurvey,
  fieldSpan,
  isScenario,
  isStudy,
  type Read,
  readData,
  type Subject,
} from './data'
import { dataFile, figuresIn } from './folder'
import type { LintedFolder } from './lint/all'
import type { Path } from './literal'
import { digest, type Source } from './source'

const remembered = new Map<string, Read<Subject>>()

type Wrong = { readonly path: Path; readonly says: string; readonly word?: string }

const scenarioWrong = async (
  scenario: AnyScenario,
  survey: boolean,
): Promise<Wrong | undefined> => {
  const protocol = await fetchProtocol(String(scenario.protocol))
  if (!protocol) {
    const says = `there is no protocol ${JSON.stringify(scenario.protocol)}`
    return { path: ['protocol'], says, word: String(scenario.protocol) }
  }
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

/** Moments go up, within the run; a curve has a value for each. */
const groupsWrong = ({ of, over, along, theory }: AnySurvey): Wrong | undefined => {
  if (over && along) return { path: ['along'], says: 'over an option or along time, not both' }
  const up = along?.every((at, i) => at >= 0 && at <= of.until && (i === 0 || at > along[i - 1]!))
  if (along && !(along.length > 1 && up))
    return { path: ['along'], says: `expected moments that go up, from 0 to ${of.until} ms` }
  if (over && !(Array.isArray(over.values) && over.values.length > 1))
    return { path: ['over', 'values'], says: 'expected at least two values' }
  const count = (over?.values ?? along)?.length ?? 1
  return theory && theory.values.length !== count
    ? { path: ['theory', 'values'], says: `expected ${count} values, one for each` }
    : undefined
}

const surveyWrong = async (subject: AnySurvey): Promise<Wrong | undefined> => {
  const { seeds, over, fact } = subject
  if (!Number.isInteger(seeds) || seeds < 1 || seeds > 100_000)
    return { path: ['seeds'], says: `expected 1 to 100000 seeds, got ${JSON.stringify(seeds)}` }
  if (typeof fact !== 'string') return { path: ['fact'], says: 'expected the name of a fact' }
  const inner = await scenarioWrong(subject.of, true)
  if (inner) return { ...inner, path: ['of', ...inner.path] }
  const { options } = (await fetchProtocol(subject.of.protocol))!
  if (over && !Object.hasOwn(options, over.option))
    return {
      path: ['over', 'option'],
      says: `there is no option ${over.option}`,
      word: over.option,
    }
  const bad = over?.values.findIndex((it) => valueFault(options[over.option]!, it)) ?? -1
  if (bad >= 0)
    return {
      path: ['over', 'values', bad],
      says: `${valueFault(options[over!.option]!, over!.values[bad])}, got ${over!.values[bad]}`,
    }
  return groupsWrong(subject)
}

const read = async (source: Source): Promise<Read<Subject>> => {
  const data = await readData(source)
  if ('fault' in data) return data
  const wrong = await wrongWith(data.value)
  if (!wrong) return data
  const field = wrong.path.map(String).join('.')
  const says = `${field || 'scenario'}: ${wrong.says}`
  const names = isStudy(data.value) ? Object.keys(studies) : Object.keys(protocols)
  return { fault: source.fault(fieldSpan(source, wrong.path), says, wrong.word, names) }
}

/** A figure's data, validated; the same object as long as its file says the same. */
export const readFigure = async (source: Source): Promise<Read<Subject>> => {
  const key = digest(source.file, source.text)
  if (!remembered.has(key)) remembered.set(key, await read(source))
  return remembered.get(key)!
}

/** The protocol of a scenario that has been validated. */
export const protocolOf = async ({ protocol }: AnyScenario): Promise<AnyProtocol> =>
  (await fetchProtocol(protocol))!

/** The data of every figure that a post imports, by `slug/figure`. */
export const readFigures = async ({ folders, posts, source }: LintedFolder) => {
  const data = new Map<string, Read<Subject>>()
  const imported = new Map(posts.map((it) => [it.slug, it.body?.imports.map(({ file }) => file)]))
  for (const folder of folders)
    for (const figure of figuresIn(folder))
      if (imported.get(folder.slug)?.includes(figure))
        data.set(
          `${folder.slug}/${figure}`,
          await readFigure(source(dataFile(folder.slug, figure))),
        )
  return data
}
