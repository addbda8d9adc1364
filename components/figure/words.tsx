// What happens, in words: the transcript of a film as a table, closed until it is wanted.

import type { ReactNode } from 'react'
import type { Film } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import { type TranscriptLine, transcript } from '@/lib/sim/transcript'
import { momentWords } from '@/lib/sim/words'

const WordsTable = ({ lines }: { lines: readonly TranscriptLine[] }): ReactNode => (
  <table className="words">
    <thead className="sr-only">
      <tr>
        <th scope="col">When</th>
        <th scope="col">What happens</th>
      </tr>
    </thead>
    <tbody>
      {lines.map(({ at, text, count }, i) => (
        <tr key={i}>
          <td>{momentWords(at)}</td>
          <td>{count > 1 ? `${text} (${count} times)` : text}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** While a question holds the film, how it goes on is folded away, as its answer is. */
function WordsOf({ film, held }: { film: Film; held: Millis }): ReactNode {
  const lines = transcript(film)
  const after = lines.filter(({ at }) => at > held)
  return (
    <>
      <WordsTable lines={lines.filter(({ at }) => at <= held)} />
      {after.length > 0 && (
        <details>
          <summary className="words-head">
            {`After ${momentWords(held)}: the answer to the question`}
          </summary>
          <WordsTable lines={after} />
        </details>
      )}
    </>
  )
}

type Props = {
  films: readonly Film[]
  /** As far as a question lets them be told. */
  held?: Millis | undefined
}

/** Of two films, one after the other. */
export const WordsTables = ({ films, held = Infinity }: Props): ReactNode => {
  const { beside, label } = films[0]!.scenario.against ?? {}
  return films.map((film, i) => {
    const name = i === 0 ? beside : label
    return (
      <section key={i} className="pb-4">
        {name && <p className="pt-4 pb-2 italic">{name}</p>}
        <WordsOf film={film} held={held} />
      </section>
    )
  })
}

export function Words({ id, ...props }: Props & { id: string }): ReactNode {
  return (
    <details id={`${id}-words`}>
      <summary className="words-head">What happens, in words</summary>
      <div data-published="">
        <WordsTables {...props} />
      </div>
    </details>
  )
}
