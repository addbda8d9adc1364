'use client'
// What the runs of a survey came to: the published ones, or those of an edit as they come in.

import { useEffect, useState } from 'react'
import type { Summary } from '@/lib/studies/many-runs'
import type { AnySurvey } from '@/lib/studies/subject'
import { type Edited, isEdited, same } from './edits'
import { runOf } from './survey-setting'

const grouped = (n: number) => `${n}`.replace(/\B(?=(\d{3})+$)/g, ',')
/** Drawn no oftener than this while runs come in. */
const everyMs = 150

type Tell = {
  readonly sum: (summary: Summary) => void
  readonly say: (text: string | undefined) => void
}

/** Makes the runs of a survey, and tells what they come to; the answer stops it. */
function makeRuns(survey: AnySurvey, { sum, say }: Tell): () => void {
  let stop: (() => void) | undefined
  let gone = false
  let last = 0
  say('The runs are being made.')
  void Promise.all([import('./crew'), import('@/lib/studies/many-runs')]).then(
    ([{ shootBeside }, { summaryOf }]) => {
      if (gone) return
      const hear: Parameters<typeof shootBeside>[1] = (samples, done) => {
        if (!done && performance.now() - last < everyMs) return
        last = performance.now()
        const fresh = summaryOf(survey, samples)
        sum(fresh)
        say(done ? undefined : `${grouped(fresh.runs)} of ${grouped(survey.seeds)} runs so far.`)
      }
      stop = shootBeside(survey, hear, say)
    },
  )
  return () => {
    gone = true
    stop?.()
  }
}

/** The sums so far, and how many runs are in while they are still being made. */
export function useRuns(
  { survey, summary: first }: { survey: AnySurvey; summary: Summary },
  edited: Edited,
) {
  const [summary, sum] = useState(first)
  const [says, say] = useState<string>()
  const { now } = edited
  useEffect(() => {
    const of = runOf(now, survey)
    if (isEdited(edited) && !same(of, survey.of)) return makeRuns({ ...survey, of }, { sum, say })
    sum(first)
    say(undefined)
  }, [now])
  return { summary, says }
}
