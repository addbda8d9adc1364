// The data of all figures: read, held to its schema, and remembered while nothing changed.

import { fetchProtocol, protocols } from '@/lib/protocols'
import { buildLimits, pageLimits } from '@/lib/sim/limits'
import type { AnyProtocol } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { scenarioFault } from '@/lib/sim/valid'
import { fieldSpan, isScenario, isStudy, isSurvey, type Read, readData, type Subject } from './data'
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
  if (isStudy(subject)) return { path: ['study'], says: `there is no study ${subject.study}` }
  const { seeds, over, fact } = subject
  if (!Number.isInteger(seeds) || seeds < 1 || seeds > 100_000)
    return { path: ['seeds'], says: `expected 1 to 100000 seeds, got ${JSON.stringify(seeds)}` }
  if (typeof fact !== 'string') return { path: ['fact'], says: 'expected the name of a fact' }
  const inner = await scenarioWrong(subject.of, true)
  if (inner) return { ...inner, path: ['of', ...inner.path] }
  const { options } = (await fetchProtocol(subject.of.protocol))!
  return over && !Object.hasOwn(options, over.option)
    ? { path: ['over', 'option'], says: `there is no option ${over.option}`, word: over.option }
    : undefined
}

const read = async (source: Source): Promise<Read<Subject>> => {
  const data = await readData(source)
  if ('fault' in data) return data
  const wrong = await wrongWith(data.value)
  if (!wrong) return data
  const field = wrong.path.map(String).join('.')
  const says = `${field || 'scenario'}: ${wrong.says}`
  const names = isSurvey(data.value) ? [] : Object.keys(protocols)
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
