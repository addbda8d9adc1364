'use client'
// A survey awake: its runs are made anew when a dial is turned, and any dot opens its own.

import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { AnyDataPicture } from '@/components/pictures/data'
import { runsIn } from '@/components/pictures/data/chart'
import type { Json } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { factsOfSummary, type Summary } from '@/lib/studies/many-runs'
import type { AnySurvey } from '@/lib/studies/subject'
import { surveyChart } from '@/lib/studies/survey-chart'
import { DataAwake } from './data-awake'
import { amend, type Edited, edit, firstOf, published, same, turn } from './edits'
import { fetchChart, type Opened, runAt, seedOf } from './survey'

export type SurveyPlayerProps = {
  id: string
  survey: AnySurvey
  summary: Summary
  /** What the axis below counts. */
  across: string
  /** What the loader hands in; in development the player fetches it. */
  picture?: AnyDataPicture | undefined
  /** In development only: the loader finds them in the page. */
  title?: ReactNode
  toolbar?: ReactNode
  children?: ReactNode
}

export function SurveyPlayer(props: SurveyPlayerProps) {
  const { id, picture, children } = props
  const [ready, setReady] = useState(picture)
  useEffect(() => {
    if (!ready) void fetchChart().then(setReady)
  }, [ready])
  return (
    <div className="@container">
      {ready ? (
        <AwakeSurvey {...props} picture={ready} />
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
        <div role="group" aria-labelledby={`${id}-title`}>
          {children}
        </div>
      )}
    </div>
  )
}

function AwakeSurvey(props: SurveyPlayerProps & { picture: AnyDataPicture }) {
  const { id, survey, picture, across, title, toolbar } = props
  const [edited, setEdited] = useState<Edited>(() => published(survey.of))
  const turning = useRef<string>(undefined)
  const change = (next: Edited) => {
    turning.current = undefined
    setEdited(next)
  }
  const onTurn = (option: string, value: Json) => {
    const next = turn(edited.now, option, value)
    const again = turning.current === option && edited.past.length > 0
    setEdited(again ? amend(edited, next) : edit(edited, next))
    turning.current = option
  }
  const { summary, says } = useRuns(props, edited)
  const data = surveyChart(survey, summary, across)
  const [marked, mark] = useState<number>()
  useEffect(() => mark(undefined), [edited.now])
  const run = marked === undefined ? undefined : runsIn(data)[marked]
  const onRun = (choice: string) => {
    const seed = seedOf(summary, choice)
    const at = Number(choice.replace('at ', ''))
    mark(runsIn(data).findIndex((one) => (summary.values ? one.seed === seed : one.x === at)))
  }
  return (
    <DataAwake
      {...{ id, title, toolbar, picture, data, edited, change, onTurn, marked, onRun }}
      onMark={mark}
      onPull={async (i) => {
        const { pull } = await import('./lines')
        const lever = edited.now.levers?.[i]
        if (lever) change(edit(edited, pull(edited.now, lever, firstOf(edited))))
      }}
      of={async () => (await import('@/lib/protocols')).fetchProtocol(survey.of.protocol) as never}
      facts={factsOfSummary(summary)}
      says={run ? <OpenRun opened={runAt(survey, edited.now, run, summary)} /> : says}
      address={async () => (await import('./data-link')).surveyAddress(edited.now, id)}
      onVisit={async (text) => {
        const { visitSurvey } = await import('./data-link')
        const visit = await visitSurvey(text, survey.of)
        change(
          same(visit.now, survey.of) ? published(survey.of) : edit(published(survey.of), visit.now),
        )
        return visit.says
      }}
    />
  )
}

/** One run, and the way to play it. */
function OpenRun({ opened }: { opened: Opened }) {
  const [href, setHref] = useState<string>()
  const key = JSON.stringify(opened.of)
  useEffect(() => {
    let gone = false
    void import('./data-link').then(async ({ stageAddress }) => {
      const made = await stageAddress(opened.of)
      if (!gone) setHref(made)
    })
    return () => {
      gone = true
    }
  }, [key])
  return (
    <>
      {opened.says} {href && <a href={href}>Play this run</a>}
    </>
  )
}

const grouped = (n: number) => `${n}`.replace(/\B(?=(\d{3})+$)/g, ',')
/** Drawn no oftener than this while runs come in. */
const everyMs = 150

/** What the runs came to: the published ones, or those of an edit as they come in. */
function useRuns({ survey, summary: first }: SurveyPlayerProps, edited: Edited) {
  const [summary, setSummary] = useState(first)
  const [says, say] = useState<string>()
  const now: AnyScenario = edited.now
  const untouched = now === firstOf(edited) && edited.past.length === 0
  useEffect(() => {
    if (untouched || same(now, survey.of)) {
      setSummary(first)
      return say(undefined)
    }
    let last = 0
    let stop: (() => void) | undefined
    let gone = false
    const asked = { ...survey, of: now }
    say('The runs are being made.')
    void Promise.all([import('./crew'), import('@/lib/studies/many-runs')]).then(
      ([{ shootBeside }, { summaryOf }]) => {
        if (gone) return
        stop = shootBeside(
          asked,
          (samples, done) => {
            if (!done && performance.now() - last < everyMs) return
            last = performance.now()
            const fresh = summaryOf(asked, samples)
            setSummary(fresh)
            say(
              done ? undefined : `${grouped(fresh.runs)} of ${grouped(survey.seeds)} runs so far.`,
            )
          },
          say,
        )
      },
    )
    return () => {
      gone = true
      stop?.()
    }
  }, [now])
  return { summary, says }
}
