// What is visible of a question: the choices as buttons, the answer folded away under them.

import type { ReactNode } from 'react'

export type QuestionProps = {
  ask: string
  choices: readonly string[]
  /** What happens in this run. */
  answer: string
  /** How the other runs came out. */
  others: readonly { readonly says: string; readonly runs: number }[]
  runs: number
  /** The figure, and the moment it is held at, ms. */
  id: string
  moment: number
}
type Chosen = {
  chosen?: string | undefined
  /** The answer is unfolded. */
  open?: boolean
  onChoose?: ((choice: string) => void) | undefined
}

const scripted = '[@media(scripting:none)]:hidden print:hidden'
const grouped = (n: number) => `${n}`.replace(/\B(?=(\d{3})+$)/g, ',')

/** The choices: buttons where they do something, a list where nothing can be pressed. */
const Choices = ({ choices, chosen, onChoose }: QuestionProps & Chosen) => (
  <>
    <div className={`my-2 flex flex-wrap gap-2 ${scripted}`}>
      {choices.map((choice) => (
        <button
          key={choice}
          type="button"
          className="
            h-11 min-w-11 rounded-[3px] border border-hair bg-panel px-3 hover:border-ink
            aria-pressed:border-accent aria-pressed:text-accent"
          aria-pressed={choice === chosen}
          onClick={onChoose && (() => onChoose(choice))}
        >
          {choice}
        </button>
      ))}
    </div>
    <ul
      className="
        my-2 hidden list-disc pl-[1.2em] marker:text-soft
        [@media(scripting:none)]:block print:block"
    >
      {choices.map((choice) => (
        <li key={choice}>{choice}</li>
      ))}
    </ul>
  </>
)

export function Question(props: QuestionProps & Chosen): ReactNode {
  const { ask, answer, id, moment, chosen, open } = props
  return (
    <>
      <p className="font-semibold">{ask}</p>
      <Choices {...props} />
      <p role="status">
        {chosen !== undefined &&
          (open
            ? `You said ${chosen}; in this run it is ${answer}.`
            : `You said ${chosen}. The figure plays it now.`)}
      </p>
      <details open={open}>
        <summary className="min-h-11 cursor-pointer py-2">The answer</summary>
        <p>
          In this run: <strong>{answer}</strong>
          {'. '}
          <a href={`?at=${moment}&play#${id}`} data-is="moment">
            Play it from there
          </a>
          .
        </p>
        <Others {...props} />
      </details>
    </>
  )
}

/** How the other runs came out, each with a bar as long as its share. */
function Others({ others, runs, answer }: QuestionProps) {
  return (
    <table className="mt-3 text-[0.9375rem] leading-7">
      <caption className="text-left text-soft">
        {`And ${grouped(runs)} other runs, each with its own chance:`}
      </caption>
      <tbody>
        {others.map(({ says, runs: count }) => (
          <tr key={says}>
            <th scope="row" className="pr-4 text-left font-normal">
              {says === answer ? <b className="font-semibold">{says}</b> : says}
            </th>
            <td className="pr-3 text-right tabular-nums">{grouped(count)}</td>
            <td className="w-40 max-sm:w-24">
              <svg width="100%" height="10" aria-hidden="true" className="block text-green">
                <rect width={`${(100 * count) / runs}%`} height="10" fill="currentColor" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
