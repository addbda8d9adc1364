// A figure without its drawing: the words, facts and transcript of its run, for machines and twins.

import type { Worded } from '@/components/editions/words'
import { picturesOf } from '@/components/figure/develop'
import { developStudy } from '@/components/figure/study'
import { developSurvey } from '@/components/figure/survey-page'
import { pictures as gallery } from '@/components/pictures'
import type { FigureFacts, FigureRun } from '@/lib/feeds/schema'
import {
  type AnyStudied,
  type AnySurvey,
  filmOf,
  isScenario,
  isSurvey,
  type Shown,
  sumUp,
} from '@/lib/posts'
import { factsOfSurvey } from '@/lib/posts/check/survey'
import { type Film, factsAt } from '@/lib/sim/film'
import { type AnyScenario, opponent } from '@/lib/sim/scenario'
import { transcript } from '@/lib/sim/transcript'
import { momentWords } from '@/lib/sim/words'

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
  const films = [film, ...(second ? [await filmOf(second)] : [])]
  const picture = await gallery[picturesOf(film.protocol, of)[0]!]!()
  const at = of.poster
  const labels = [of.against?.beside, of.against?.label]
  const runs = films.map((one, i) => runOf(one, at, labels[i]))
  return {
    title: of.title ?? film.protocol.says,
    at,
    words: picture.describe(film, at, 'long', films),
    facts: runs[0]!.facts,
    runs,
  }
}

/** Many runs: the facts of all of them together; none of their moments is the survey's own. */
async function toldOfSurvey(of: AnySurvey): Promise<Told> {
  const developed = await developSurvey(of)
  const chart = developed.chart(await sumUp(of))
  return {
    title: of.title ?? of.of.title ?? developed.protocol.says,
    words: developed.picture.describe(chart, 'long'),
    facts: await factsOfSurvey(of),
    runs: [],
  }
}

/** A study: what it shows with the dials as its data file has them. */
async function toldOfStudy(of: AnyStudied): Promise<Told> {
  const { study, picture, data, facts } = await developStudy(of)
  return {
    title: of.title ?? study.says,
    words: picture.describe(data, 'long'),
    facts,
    runs: [],
  }
}

/** What a figure says. */
export async function toldOf({ of }: Shown): Promise<Told> {
  if (isScenario(of)) return toldOfRun(of)
  return isSurvey(of) ? toldOfSurvey(of) : toldOfStudy(of)
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
