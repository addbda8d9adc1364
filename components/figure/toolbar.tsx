// The buttons under the line: play, levers, step, speed, undo, more; and the dials. Plain markup
// that says by data attributes what it does: the player has the hands (buttons.ts).

import type { ReactNode } from 'react'
import type { AnyProtocol } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { type ControlName, controls } from './controls'
import { Dials } from './dials'
import { isPulled } from './edits'
import { defaultStep, speeds } from './speed'

const signs = {
  play: 'M5 2.5V15.5L15 9Z',
  pause: 'M4 3H7.5V15H4ZM10.5 3H14V15H10.5Z',
  back: 'M12 3.5V14.5L4.5 9Z',
  forward: 'M6 3.5V14.5L13.5 9Z',
}
const Sign = ({ of }: { of: keyof typeof signs }) => (
  <svg aria-hidden="true">
    <path d={signs[of]} fill="currentColor" />
  </svg>
)

type Props = {
  id: string
  protocol: AnyProtocol
  scenario: AnyScenario
}

export function Toolbar({ id, protocol, scenario }: Props): ReactNode {
  return (
    <>
      <Play />
      {scenario.levers?.map((lever, i) => (
        <button
          key={lever.label}
          type="button"
          tabIndex={-1}
          className="press"
          data-lever={i}
          aria-pressed={isPulled(scenario, lever)}
        >
          {lever.label}
        </button>
      ))}
      <div className="steps">
        <Step name="back" />
        <Step name="forward" />
      </div>
      {/* On a phone each has its own place; else they stay together at the right. */}
      <div className="tools-right">
        <Pace scenario={scenario} />
        <div className="tools-end">
          <Plain name="undo" />
          <Plain name="more" />
        </div>
      </div>
      <Dials protocol={protocol} scenario={scenario} id={id} />
    </>
  )
}

/** Its two faces are both there; the figure shows the one that holds. */
const Play = () => (
  <button type="button" data-do="play" className="press press-play">
    <span>
      <Sign of="play" /> Play
    </span>
    <span>
      <Sign of="pause" /> Pause
    </span>
  </button>
)

const Step = ({ name }: { name: ControlName & keyof typeof signs }) => (
  <button
    type="button"
    tabIndex={-1}
    className="press"
    data-do={name}
    aria-label={controls[name].says}
    title={controls[name].says}
  >
    <Sign of={name} />
  </button>
)

const Plain = ({ name }: { name: 'undo' | 'more' }) => (
  <button
    type="button"
    tabIndex={-1}
    className="press"
    data-do={name}
    {...(name === 'undo' ? { 'aria-disabled': true } : { 'aria-haspopup': 'dialog' })}
  >
    {controls[name].says}
  </button>
)

const Pace = ({ scenario: { until } }: { scenario: AnyScenario }) => (
  <select
    aria-label="Speed"
    tabIndex={-1}
    className="press press-pace"
    data-pace=""
    defaultValue={defaultStep(until)}
  >
    {speeds(until).map(({ step, says }) => (
      <option key={step} value={step}>
        {says}
      </option>
    ))}
  </select>
)
