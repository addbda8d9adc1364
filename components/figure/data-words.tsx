// What a figure without time shows, in words: its long description and its facts, closed.

import type { ReactNode } from 'react'
import type { Facts, Json } from '@/lib/sim/protocol'
import { spelled } from '@/lib/studies/study'

type Props = { id: string; words: string; facts: Facts }

const short = (value: number) => `${Number(value.toPrecision(6))}`.replace('-', '−')
/** Plain JSON as people read it. */
function valueWords(value: Json): string {
  if (value === null) return 'none'
  if (typeof value === 'number') return short(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.map(valueWords).join(', ') : `${value}`
}

export function DataWords({ id, words, facts }: Props): ReactNode {
  return (
    <details id={`${id}-words`}>
      <summary className="min-h-11 cursor-pointer py-2.5">What it shows, in words</summary>
      <p className="pb-3">{words}</p>
      <table className="mb-4 w-full text-[0.875rem] leading-6">
        <thead className="sr-only">
          <tr>
            <th scope="col">Fact</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(facts).map(([name, value]) => (
            <tr key={name} className="border-t border-hair align-top">
              <td className="py-1 pr-4 whitespace-nowrap text-soft">{spelled(name)}</td>
              <td className="w-full py-1 tabular-nums">{valueWords(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
