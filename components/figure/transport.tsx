// The buttons under the line: play, step, speed, undo, more; and the levers, right after Play.

import type { ReactNode } from 'react'
import type { AnyScenario } from '@/lib/sim/scenario'
import { type ControlName, controls } from './controls'
import { isPulled } from './edits'
import type { Live } from './live'
import { speeds } from './speed'

/** One button's look; 44 px at least, whatever it says. */
export const button =
  'h-11 min-w-11 rounded-[3px] border border-hair px-2.5 @2xl:px-3 whitespace-nowrap hover:border-ink ' +
  'aria-pressed:border-accent aria-pressed:text-accent aria-disabled:text-soft ' +
  'aria-disabled:opacity-60 aria-disabled:hover:border-hair'

const signs = {
  play: 'M5 2.5V15.5L15 9Z',
  pause: 'M4 3H7.5V15H4ZM10.5 3H14V15H10.5Z',
  back: 'M12 3.5V14.5L4.5 9Z',
  forward: 'M6 3.5V14.5L13.5 9Z',
}
function Sign({ of }: { of: keyof typeof signs }) {
  return (
    <svg width="18" height="18" className="inline-block align-[-3px]" aria-hidden="true">
      <path d={signs[of]} fill="currentColor" />
    </svg>
  )
}

type StepProps = { name: ControlName & keyof typeof signs; live: Live | undefined }
function Step({ name, live }: StepProps) {
  const { says } = controls[name]
  return (
    <button
      type="button"
      tabIndex={-1}
      className={button}
      aria-label={says}
      title={says}
      onClick={live && ((event) => live.control(stepOf(name, event.shiftKey)))}
    >
      <Sign of={name} />
    </button>
  )
}

const stepOf = (name: ControlName, told: boolean): ControlName =>
  told ? (name === 'back' ? 'tellBack' : 'tellOn') : name

type Props = {
  scenario: AnyScenario
  /** The step of the scale of speeds. */
  pace: number
  /** Is there an edit to take back? */
  edited: boolean
  live: Live | undefined
  /** The switch between two pictures. */
  children: ReactNode
}

export function Transport({ scenario, pace, edited, live, children }: Props): ReactNode {
  return (
    <>
      <button
        type="button"
        className={`${button} min-w-20 border-accent font-semibold text-accent in-[[aria-busy]]:opacity-60`}
        onClick={live && (() => live.control('play'))}
      >
        <Sign of={live?.playing ? 'pause' : 'play'} /> {live?.playing ? 'Pause' : 'Play'}
      </button>
      {scenario.levers?.map((lever) => (
        <button
          key={lever.label}
          type="button"
          tabIndex={-1}
          className={`${button} @max-2xl:order-2`}
          aria-pressed={isPulled(scenario, lever)}
          onClick={live && (() => live.pull(lever))}
        >
          {lever.label}
        </button>
      ))}
      <Step name="back" live={live} />
      <Step name="forward" live={live} />
      <Pace scenario={scenario} pace={pace} live={live} />
      {children}
      <button
        type="button"
        tabIndex={-1}
        className={`${button} @max-2xl:order-3 @max-2xl:ml-auto`}
        aria-disabled={!edited}
        onClick={live && (() => live.control('undo'))}
      >
        {controls.undo.says}
      </button>
      <button
        type="button"
        tabIndex={-1}
        className={`${button} @max-2xl:order-3`}
        aria-haspopup="dialog"
        onClick={live && (() => live.open('more'))}
      >
        More
      </button>
    </>
  )
}

type PaceProps = Pick<Props, 'scenario' | 'pace' | 'live'>
function Pace({ scenario, pace, live }: PaceProps) {
  const chosen = live ? { value: pace } : { defaultValue: pace }
  return (
    <select
      aria-label="Speed"
      tabIndex={-1}
      className={`${button} ml-auto w-24 bg-panel text-soft`}
      {...chosen}
      onChange={live && ((event) => live.pace(Number(event.currentTarget.value)))}
    >
      {speeds(scenario.until).map(({ step, says }) => (
        <option key={step} value={step}>
          {says}
        </option>
      ))}
    </select>
  )
}
