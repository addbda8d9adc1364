// A question before the run goes on: its choices, its answer, and how other runs answered it. Until
// somebody has chosen, it holds the figure (hold.ts).

import type { ReactNode } from 'react'
import { Island } from '@/components/islands/island'
import { PredictPlayer } from './predict-player'
import type { QuestionProps } from './question'

/** Without a script the answer is folded away; with one, it opens when somebody has chosen. */
export const Predict = (props: QuestionProps): ReactNode => (
  <div
    className="my-[1.6em] border-l-[3px] border-accent py-0.5 pl-5"
    data-holds={props.id}
    data-moment={props.moment}
  >
    <Island name="predict" props={props}>
      <PredictPlayer {...props} />
    </Island>
  </div>
)
