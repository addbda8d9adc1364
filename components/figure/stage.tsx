// All that is visible of a figure, drawn alike at build and awake: with hands, or without.

import type { ReactNode } from 'react'
import type { Sign } from '@/components/pictures/picture'
import type { AnyProtocol, Millis } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import type { Live } from './live'
import { Slot } from './slot'
import { Status } from './status'
import { Timeline } from './timeline'

/** One picture of a film; `tall` is for the one that a narrow figure shows, if it needs another. */
export type Panel = {
  readonly label: string
  /** What the switch on a phone calls it. */
  readonly short: string
  readonly picture: string
  /** Needs more width than height. */
  readonly broad: boolean
  readonly wide: ReactNode
  readonly tall: ReactNode
}

/** What only an edit changes; left out, it stays as the server drew it. */
export type Parts = {
  readonly title: ReactNode
  readonly legend: ReactNode
  /** What the legend is made of, and the published one where it is another. */
  readonly signs: { readonly signs: readonly Sign[]; readonly room?: readonly Sign[] }
  readonly track: ReactNode
  readonly bars: ReactNode
  readonly promises: ReactNode
}

export type StageProps = {
  id: string
  parts: Parts | undefined
  /** Left out, it stays as it is: the player shows by hand what holds. */
  toolbar: ReactNode
  protocol: AnyProtocol
  scenario: AnyScenario
  panels: readonly Panel[]
  /** The panel a narrow figure shows. */
  shown: number
  at: Millis
  /** The moment that the words tell of, where that is not quite the same. */
  readable?: Millis
  /** As far as a question lets it go; the track beyond is not seen. */
  held?: Millis | undefined
  /** What the film tells at this moment, and the longest that it ever tells. */
  tells: string
  longest: string
  /** What is said instead, of an edit or a link. */
  says: string | undefined
  /** For those who listen: one sentence, and only at rest. */
  spoken?: string
  live?: Live | undefined
}

export function Stage(props: StageProps): ReactNode {
  const { id, scenario, panels, at, readable = at, live, parts, tells } = props
  return (
    <div className={isUneven(panels) ? 'stage uneven' : 'stage'}>
      <Slot className="stage-head">{parts?.title}</Slot>
      <Pictures {...props} />
      <Slot className="legend">{parts?.legend}</Slot>
      <Timeline
        id={id}
        at={at}
        reads={readable}
        until={scenario.until}
        held={props.held}
        tells={tells}
        parts={parts}
        onSeek={live?.seek}
      />
      {props.protocol.always && <Slot className="promises">{parts?.promises}</Slot>}
      <div role="toolbar" aria-label="Figure" className="tools">
        <Slot className="contents">{props.toolbar}</Slot>
      </div>
      <Status at={readable} sentence={props.says ?? tells} longest={props.longest} />
      <p role="status" className="sr-only">
        {props.spoken ?? ''}
      </p>
    </div>
  )
}

/** Two pictures that differ need more width than one, or than two alike. */
const isUneven = ([first, second]: readonly Panel[]) =>
  second !== undefined && first!.picture !== second.picture

/** Which of two pictures has more of the width: 1 is the first, -1 the second, 0 neither. */
const leanOf = ([first, second]: readonly Panel[]) =>
  second && Number(first!.broad) - Number(second.broad)

/** One drawing for every width, or one for each of the two. */
const Shapes = ({ wide, tall }: Panel) =>
  tall ? (
    <>
      <div className="fitted desk">{wide}</div>
      <div className="fitted phone">{tall}</div>
    </>
  ) : (
    <div className="fitted">{wide}</div>
  )

/** At the head of the pictures where one is seen at a time: which of the two. */
const Switch = ({ panels, shown }: Pick<StageProps, 'panels' | 'shown'>) => (
  <div className="switch">
    {panels.map(({ label, short }, i) => (
      <button
        key={label}
        type="button"
        tabIndex={-1}
        className="press"
        data-panel={i}
        aria-pressed={i === shown}
      >
        {short}
      </button>
    ))}
  </div>
)

function Pictures({ panels, shown }: StageProps) {
  // Two films in one picture: which is which must be said.
  const labelled = panels.length > 1 && !isUneven(panels)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: one stop for keys, awake or not
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div tabIndex={0} role="group" aria-label="Picture" data-picture="" className="relative">
      <span data-wide="" className="desk" />
      {panels.length > 1 && <Switch panels={panels} shown={shown} />}
      <div className="beside" data-lean={leanOf(panels)}>
        {panels.map((panel, i) => (
          <div key={panel.label} className={i === shown ? 'framed' : 'framed desk'}>
            {labelled && <p className="text-soft italic max-sm:px-2">{panel.label}</p>}
            <Shapes {...panel} />
          </div>
        ))}
      </div>
    </div>
  )
}
