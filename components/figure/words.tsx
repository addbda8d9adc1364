// What happens, in words: the transcript of a film as a table, closed until it is wanted.

import type { ReactNode } from 'react'
import type { Film } from '@/lib/sim/film'
import { transcript } from '@/lib/sim/transcript'
import { momentWords } from '@/lib/sim/words'

function WordsTable({ film }: { film: Film }): ReactNode {
  return (
    <table className="words">
      <thead className="sr-only">
        <tr>
          <th scope="col">When</th>
          <th scope="col">What happens</th>
        </tr>
      </thead>
      <tbody>
        {transcript(film).map(({ at, text, count }, i) => (
          <tr key={i}>
            <td>{momentWords(at)}</td>
            <td>{count > 1 ? `${text} (${count} times)` : text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Props = { id: string; films: readonly Film[] }

/** Of two films, one after the other. */
export const WordsTables = ({ films }: Props): ReactNode => {
  const { beside, label } = films[0]!.scenario.against ?? {}
  return films.map((film, i) => {
    const name = i === 0 ? beside : label
    return (
      <section key={i} className="pb-4">
        {name && <p className="pt-4 pb-2 italic">{name}</p>}
        <WordsTable film={film} />
      </section>
    )
  })
}

export function Words({ id, films }: Props): ReactNode {
  return (
    <details id={`${id}-words`} className="border-t border-hair px-4">
      <summary className="words-head">What happens, in words</summary>
      <div data-published="">
        <WordsTables id={id} films={films} />
      </div>
    </details>
  )
}
