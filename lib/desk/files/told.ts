// A figure without its drawing: the words, facts and transcript of its run, for machines and twins.

import { join } from 'node:path'
import type { Worded } from '@/components/editions/words'
import { picturesOf } from '@/components/figure/develop'
import { pictures as gallery } from '@/components/pictures'
import type { FigureFacts, FigureRun } from '@/lib/feeds/schema'
import { filmOf, isScenario, isSurvey, type Shown } from '@/lib/posts'
import { factsOfSurvey } from '@/lib/posts/check/survey'
import type { AnySurvey } from '@/lib/posts/data'
import { protocolOf } from '@/lib/posts/figures'
import { digest, sourceHash } from '@/lib/posts/source'
import { Table } from '@/lib/posts/store'
import { type Film, factsAt } from '@/lib/sim/film'
import { type AnyScenario, opponent } from '@/lib/sim/scenario'
import { transcript } from '@/lib/sim/transcript'
import { momentWords } from '@/lib/sim/words'
import { root } from '../run'

/** What is known of a figure besides its drawing. */
export type Told = {
  readonly title: string
  /** The moment of its still. */
  readonly at?: number
  readonly words: string
  readonly facts: FigureFacts
  readonly runs: readonly FigureRun[]
}

const runOf = (film: Film, at: number, label?: string): FigureRun => ({
  ...(label && { label }),
  facts: factsAt(film, at),
  transcript: transcript(film),
})

/** A run: what its first picture says at the poster, and what happens in it. */
async function toldOfRun(of: AnyScenario): Promise<Told> {
  const film = await filmOf(of)
  const second = opponent(of)
  const picture = await gallery[picturesOf(film.protocol, of)[0]!]!()
  const at = of.poster
  const runs = [runOf(film, at)]
  if (second) runs.push(runOf(await filmOf(second), at, of.against!.label))
  return {
    title: of.title ?? film.protocol.says,
    at,
    words: picture.describe(film, at, 'long'),
    facts: runs[0]!.facts,
    runs,
  }
}

const remembered = new Table<FigureFacts>(join(root, '.cache', 'facts.json'))
const recipe = () => sourceHash('lib/sim', 'lib/values', 'lib/checks', 'lib/protocols', 'lib/posts')

/** Many runs: the facts of all of them together; none of their moments is the survey's own. */
async function toldOfSurvey(of: AnySurvey): Promise<Told> {
  const protocol = await protocolOf(of.of)
  const key = digest(recipe(), JSON.stringify(of))
  const facts = await remembered.get(key, () => factsOfSurvey(of))
  remembered.save()
  const words = Object.entries(facts).map(([name, value]) => `${name} ${JSON.stringify(value)}`)
  return {
    title: of.title ?? protocol.says,
    words: `${of.fact} over ${of.seeds} runs: ${words.join(', ')}.`,
    facts,
    runs: [],
  }
}

/** What a figure says. A study has no run to tell, and is its own data. */
export async function toldOf({ id, of }: Shown): Promise<Told> {
  if (isScenario(of)) return toldOfRun(of)
  if (isSurvey(of)) return toldOfSurvey(of)
  return { title: of.title ?? id, words: of.title ?? id, facts: {}, runs: [] }
}

/** The same for the words edition of its post. */
export const wordedOf = (told: Told, number: number, href: string): Worded => ({
  number,
  title: told.title,
  says: told.words,
  runs: told.runs.map(({ label, transcript: lines }) => ({
    label,
    rows: lines.map(({ at, text, count }) => [
      momentWords(at),
      count > 1 ? `${text} (${count} times)` : text,
    ]),
  })),
  href,
})

/** The address of a figure at a moment. */
export const hrefOf = (permalink: string, id: string, { at }: { at?: number | undefined }) =>
  `${permalink}${at === undefined ? '' : `?at=${at}`}#${id}`
