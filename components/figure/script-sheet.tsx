'use client'
// The faults and acts of a run as a list: each can be moved, lengthened and taken out.

import { type FormEvent, type ReactNode, useState } from 'react'
import { type AnyScenario, isFault, type Line } from '@/lib/sim/scenario'
import { lineWords, momentWords } from '@/lib/sim/words'
import { edit } from './edits'
import { moveLine, withoutLine } from './lines'
import { Sheet } from './sheet'
import type { SheetProps } from './sheets'

export const draw = (props: SheetProps): ReactNode => <Script {...props} />

function Script({ run, about, close, open }: SheetProps) {
  const { film, edited } = run
  const script = film.scenario.script ?? []
  const shown = about.line === undefined ? script.map((_, i) => i) : [about.line]
  const change = (next: AnyScenario) => {
    run.change(edit(edited, next))
    close()
  }
  return (
    <Sheet title="Faults and acts" onClose={close}>
      {script.length === 0 && <p className="px-4 pb-4">None yet. Tap a node to add one.</p>}
      {shown.map((i) => (
        <LineForm
          key={i}
          line={script[i]!}
          until={film.until}
          says={lineWords(script[i]!, film.names, film.protocol)}
          why={film.skipped.find(({ line }) => line === i)?.why}
          onMove={(from, to) => change(moveLine(film.scenario, i, from, to))}
          onDelete={() => change(withoutLine(film.scenario, i))}
        />
      ))}
      {shown.length < script.length && (
        <button
          type="button"
          className="min-h-11 w-full border-t border-hair px-4 text-left"
          onClick={() => open('script')}
        >
          All {script.length} lines
        </button>
      )}
    </Sheet>
  )
}

type Props = {
  line: Line
  until: number
  says: string
  why: string | undefined
  onMove: (from: number, to?: number) => void
  onDelete: () => void
}

const field = 'h-11 w-full min-w-0 rounded-[3px] border border-hair bg-panel px-2'
const button = 'h-11 rounded-[3px] border border-hair px-3 hover:border-ink'

/** An end that is left empty is the end of the run. */
function LineForm({ line, until, says, why, onMove, onDelete }: Props) {
  const [empty, setEmpty] = useState(false)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { from, to } = momentsIn(event.currentTarget)
    setEmpty(from === to)
    if (from !== to) onMove(from, to)
  }
  return (
    <form onSubmit={onSubmit} className="grid gap-2 border-t border-hair px-4 py-3">
      <p>
        {says}
        {why && <i className="block text-soft">does nothing: {why}</i>}
      </p>
      <Moments line={line} until={until} />
      {empty && (
        <p role="alert" ref={(it) => it?.scrollIntoView({ block: 'nearest' })}>
          It ends when it begins, so nothing would happen: choose another end.
        </p>
      )}
      <div className="flex gap-2">
        <button type="submit" className={`${button} grow border-accent text-accent`}>
          Move
        </button>
        <button type="button" className={button} onClick={onDelete}>
          Take out
        </button>
      </div>
    </form>
  )
}

function momentsIn({ elements }: HTMLFormElement): { from: number; to?: number } {
  const { from, to } = elements as unknown as Record<string, HTMLInputElement>
  return { from: from!.valueAsNumber, ...(to?.value && { to: to.valueAsNumber }) }
}

/** When it happens; or from when to when, where it lasts. */
function Moments({ line, until }: Pick<Props, 'line' | 'until'>) {
  const lasts = isFault(line)
  const bounds = { type: 'number', min: 0, max: until, step: 'any', className: field } as const
  return (
    <div className="flex gap-2">
      <label className="grow basis-0">
        {lasts ? 'from, ms' : 'at, ms'}
        <input name="from" required {...bounds} defaultValue={line[0]} />
      </label>
      {lasts && (
        <label className="grow basis-0">
          to, ms
          <input name="to" {...bounds} placeholder={momentWords(until)} defaultValue={line[2]} />
        </label>
      )}
    </div>
  )
}
