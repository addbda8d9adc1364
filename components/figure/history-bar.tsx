// The controls under a history that can be edited: the operation that is marked, and new ones.

import type { ReactNode } from 'react'
import { clients } from '@/lib/studies/history-entry'
import { choicesFor, type Entries, type Field, whyFull } from './history-edits'

type Props = { id: string; entries: Entries; marked: number | undefined }

const fields: readonly Field[] = ['type', 'seat', 'value']
const field = 'h-11 rounded-[3px] border border-hair bg-panel px-2'

/** Plain markup: the hands are in history-hands.ts. */
export function HistoryBar({ id, entries, marked }: Props): ReactNode {
  const entry = marked === undefined ? undefined : entries[marked]
  return (
    <div className="flex min-h-11 basis-full flex-wrap items-center gap-2">
      {clients.map((client) => {
        const why = whyFull(entries, client)
        return (
          <button
            key={client}
            type="button"
            tabIndex={-1}
            className="press whitespace-nowrap"
            data-add={client}
            aria-disabled={why ? true : undefined}
          >
            Add to {client}
            {why && <i className="block text-[0.8125rem] leading-3.5">{why}</i>}
          </button>
        )
      })}
      {entry ? (
        <Entering id={id} entries={entries} i={marked!} />
      ) : (
        <span className="text-soft italic">
          Drag a bar, or one of its ends; tap a bar to change what it says.
        </span>
      )}
    </div>
  )
}

function Entering({ id, entries, i }: { id: string; entries: Entries; i: number }) {
  const entry = entries[i]!
  const choices = choicesFor(entries, i)
  return (
    <>
      <span className="font-semibold">{entry.client}</span>
      {fields.map((name) => (
        <select
          key={`${i} ${name}`}
          id={`${id}-${name}`}
          aria-label={name}
          tabIndex={-1}
          className={field}
          data-field={name}
          value={entry[name]}
          onChange={() => {}}
        >
          {[...new Set([entry[name], ...choices[name]])].map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      ))}
      <button type="button" tabIndex={-1} className="press whitespace-nowrap" data-remove="">
        Remove
      </button>
    </>
  )
}
