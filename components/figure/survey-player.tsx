'use client'
// A survey awake: its runs are made anew when a dial is turned, and any dot opens its own.

import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { AnyDataPicture } from '@/components/pictures/data'
import { runsIn } from '@/components/pictures/data/chart'
import type { AnyScenario } from '@/lib/sim/scenario'
import { theoryOf } from '@/lib/sim/survey'
import type { Chart } from '@/lib/studies/drawn'
import { factsOfSummary, type Summary } from '@/lib/studies/many-runs'
import type { AnySurvey } from '@/lib/studies/subject'
import { onAxesOf, surveyChart } from '@/lib/studies/survey-chart'
import { DataAwake } from './data-awake'
import { edit, firstOf, published, same } from './edits'
import { canBePlayed, fetchChart, type Opened, runAt, seedOf } from './survey'
import { runOf, settingOf, turnable } from './survey-setting'
import { useRuns } from './use-runs'
import { type Turns, useTurns } from './use-turns'

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
  const turns = useTurns(settingOf(survey.of, survey))
  const { edited, change, onTurn } = turns
  const now = runOf(edited.now, survey)
  const { summary, says } = useRuns(props, edited)
  const data = useMemo(() => {
    const chart = (sums: Summary, of: AnyScenario) =>
      surveyChart(survey, sums, across, theoryOf(survey, of))
    return onAxesOf(chart(summary, now), chart(props.summary, survey.of))
  }, [survey, summary, edited.now])
  const [marked, mark] = useState<number>()
  useEffect(() => mark(undefined), [edited.now])
  const run = marked === undefined ? undefined : runsIn(data)[marked]
  return (
    <DataAwake
      {...{ id, title, toolbar, picture, data, edited, change, onTurn, marked }}
      onMark={mark}
      onRun={(choice) => mark(chosenRun(choice, data, summary))}
      onAt={(at) => mark(chosenRun(`at ${at}`, data, summary))}
      onPull={(i) => pullLever(turns, i)}
      of={async () => ({ options: turnable(survey, await protocolOf(survey)) })}
      facts={factsOfSummary(summary)}
      says={run ? <OpenRun opened={runAt(survey, now, run, summary)} /> : says}
      address={async () => (await import('./data-link')).surveyAddress(now, id)}
      onVisit={async (text) => {
        const { visitSurvey } = await import('./data-link')
        const { now: visited, says: of } = await visitSurvey(text, survey.of)
        const first = published(settingOf(survey.of, survey))
        change(same(visited, survey.of) ? first : edit(first, settingOf(visited, survey)))
        return of
      }}
    />
  )
}

const protocolOf = async ({ of }: AnySurvey) =>
  (await (await import('@/lib/protocols')).fetchProtocol(of.protocol))!

/** The dot of the run that was chosen by its place among the others, or by its value below. */
function chosenRun(choice: string, data: Chart, summary: Summary): number {
  const seed = seedOf(summary, choice)
  const at = Number(choice.replace('at ', ''))
  return runsIn(data).findIndex((one) => (summary.values ? one.seed === seed : one.x === at))
}

/** A lever of a run may add lines to its script. */
async function pullLever({ edited, change }: Turns<AnyScenario>, i: number) {
  const { pull } = await import('./lines')
  const lever = edited.now.levers?.[i]
  if (lever) change(edit(edited, pull(edited.now, lever, firstOf(edited))))
}

/** One run, and the way to play it. */
function OpenRun({ opened }: { opened: Opened }) {
  const [href, setHref] = useState<string>()
  const key = JSON.stringify(opened.of)
  useEffect(() => {
    let gone = false
    setHref(undefined)
    if (!canBePlayed(opened.of)) return
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
