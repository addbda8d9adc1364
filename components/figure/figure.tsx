// A figure as a page has it: a run, many runs or a study, each drawn when the page is built.

import type { ReactNode } from 'react'
import type { Millis } from '@/lib/sim/protocol'
import type { Summary } from '@/lib/studies/many-runs'
import { isScenario, isSurvey, type Subject } from '@/lib/studies/subject'
import { runFigure } from './run-figure'
import { studyFigure } from './study-figure'
import { surveyFigure } from './survey-figure'

export type FigureProps = {
  /** What it shows: the default export of a data file. */
  of: Subject
  /** The data file's name; the figure's id in the page. */
  id: string
  /** Its place among the figures of a post, from 1; left out where it stands alone. */
  number?: number | undefined
  /** The moment at which a question of the post holds its film. */
  held?: Millis | undefined
  /** Plays runs of any protocol that a link brings. */
  open?: boolean | undefined
  /** Of a survey: what its runs came to. */
  summary?: Summary | undefined
  /** The caption. */
  children?: ReactNode
}

/** Rejects with a sentence where the data name a protocol, picture or study that there is not. */
export async function Figure({ of, summary, ...props }: FigureProps) {
  if (isScenario(of)) return runFigure(of, props)
  return isSurvey(of) ? surveyFigure(of, summary, props) : studyFigure(of, props)
}
