// A question before the run goes on; the answer is folded away, and the figure can show it.

import { MomentLink } from './moment-link'

type Props = {
  ask: string
  choices: readonly string[]
  /** What happened in this run. */
  answer: string
  /** The figure, and the moment it is held at, ms. */
  id: string
  moment: number
}

/** Works without a script: it is a `<details>`. */
export function Predict({ ask, choices, answer, id, moment }: Props) {
  const chosen = choices.find((it) => it === answer || it === `n${answer}`) ?? answer
  return (
    <div className="my-[1.6em] border-l-[3px] border-accent py-0.5 pl-5">
      <p className="font-semibold">{ask}</p>
      <ul className="my-2 list-disc pl-[1.2em] marker:text-soft">
        {choices.map((choice) => (
          <li key={choice}>{choice}</li>
        ))}
      </ul>
      <details>
        <summary className="min-h-11 cursor-pointer py-2">I have made up my mind</summary>
        <p>
          In this run: <strong>{chosen}</strong>.{' '}
          <MomentLink is="moment" id={id} moment={moment}>
            Hold the figure there
          </MomentLink>{' '}
          and play on.
        </p>
      </details>
    </div>
  )
}
