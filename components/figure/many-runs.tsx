'use client'
// The same scenario over a thousand seeds: how often a fact had which value; any run can be opened.

import { type ReactNode, useEffect, useState } from 'react'
import { startWorker } from '@/components/islands/trust'
import { type Film, factsAt } from '@/lib/sim/film'
import type { Sample } from '@/lib/sim/lean'
import { spelled } from '@/lib/studies/study'
import { edit } from './edits'
import { row, Sheet } from './sheet'
import type { SheetProps } from './sheets'
import type { Told } from './survey.worker'
import { amongWords, type Row, seedAfter, tally } from './tally'

export const draw = (props: SheetProps): ReactNode => <ManyRuns {...props} />

const runs = 1000

/** The facts that can be counted; lists and tables cannot. */
const countable = (film: Film): readonly string[] =>
  Object.entries(factsAt(film, film.until))
    .filter(([, value]) => value === null || typeof value !== 'object')
    .map(([name]) => name)

/** What the figure is about; else what changes while it runs, as the number of voters does not. */
const mostTelling = (film: Film, facts: readonly string[]) => {
  const [first, last] = [factsAt(film, 0), factsAt(film, film.until)]
  const about = film.scenario.because?.that ?? {}
  const changes = (name: string) => first[name] !== last[name]
  return facts.find((name) => name in about) ?? facts.find(changes) ?? facts[0]
}

function ManyRuns({ run, close }: SheetProps) {
  const { film, edited } = run
  const facts = countable(film)
  const [fact, choose] = useState(() => mostTelling(film, facts))
  const { samples, fault } = useSurvey(film, fact)
  const openOne = (row: Row) => {
    const seed = seedAfter(row, film.scenario.seed)
    const says = `Seed ${seed}, ${amongWords(row)} in which ${spelled(fact!)} is ${row.says}.`
    const next = edit(edited, { ...film.scenario, seed })
    if (next === edited) run.say(says)
    else run.change(next, () => ({ says }))
    close()
  }
  const rows = tally(samples)
  return (
    <Sheet title={`${samples.length} runs`} onClose={close}>
      <label className="flex items-center gap-3 px-4 pb-2">
        fact
        <select
          className="h-11 grow rounded-[3px] border border-hair bg-panel px-2"
          value={fact}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {facts.map((name) => (
            <option key={name} value={name}>
              {spelled(name)}
            </option>
          ))}
        </select>
      </label>
      {fault && <p className="px-4 pb-2">{fault}</p>}
      <Histogram rows={rows} onOpen={openOne} />
    </Sheet>
  )
}

type HistogramProps = { rows: readonly Row[]; onOpen: (row: Row) => void }

/** Each row opens one of its runs; the longest bar is the whole width. */
function Histogram({ rows, onOpen }: HistogramProps) {
  const most = Math.max(1, ...rows.map(({ seeds }) => seeds.length))
  return rows.map((one) => (
    <button
      key={one.says}
      type="button"
      className={`${row} border-t border-hair`}
      aria-disabled={one.seeds.length === 0}
      onClick={() => one.seeds.length > 0 && onOpen(one)}
    >
      <span className="flex justify-between tabular-nums">
        <span>{one.says}</span>
        <span className="text-soft">{one.seeds.length}</span>
      </span>
      <svg className="block h-1.5 w-full text-green" aria-hidden="true">
        <rect width={`${(100 * one.seeds.length) / most}%`} height="6" fill="currentColor" />
      </svg>
    </button>
  ))
}

/** Samples as they come from the worker; another fact begins anew. */
function useSurvey(film: Film, fact: string | undefined) {
  const [samples, setSamples] = useState<readonly Sample[]>([])
  const [fault, setFault] = useState<string>()
  useEffect(() => {
    if (fact === undefined) return setFault('This protocol has no fact that can be counted.')
    setSamples([])
    let worker: Worker
    try {
      worker = startWorker('survey')
    } catch {
      return setFault('This browser does not let the runs be made.')
    }
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      if ('fault' in data) setFault(data.fault)
      else setSamples((before) => [...before, ...data.samples])
    }
    worker.onerror = () => setFault('The runs could not be made; try again.')
    worker.postMessage({ scenario: film.scenario, fact, from: 1, to: runs + 1 })
    return () => worker.terminate()
  }, [film, fact])
  return { samples, fault }
}
