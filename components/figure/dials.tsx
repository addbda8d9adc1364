// Dials: the protocol's options that this scenario speaks of, each as the control its kind needs.

import type { ReactNode } from 'react'
import type { Json, Option } from '@/lib/sim/protocol'
import { type Bounds, type Dialled, grouped, scaleOf } from './dial-values'
import type { Setting } from './edits'

const most = 5

/** The options that the scenario sets, or a lever turns; at most five, and none of plain data. */
export function dialsOf(protocol: Dialled, scenario: Setting): readonly string[] {
  const turned = scenario.levers?.flatMap(({ options }) => Object.keys(options ?? {})) ?? []
  const against = Object.keys(scenario.against?.options ?? {})
  const named = new Set([...Object.keys(scenario.options ?? {}), ...turned])
  return Object.keys(protocol.options)
    .filter((name) => named.has(name) && !against.includes(name))
    .filter((name) => protocol.options[name]!.is !== 'data')
    .slice(0, most)
}

type Props = { protocol: Dialled; scenario: Setting; id: string }

export function Dials({ protocol, scenario, id }: Props): ReactNode {
  const names = dialsOf(protocol, scenario)
  if (names.length === 0) return null
  return (
    <div className="dials">
      {names.map((name) => {
        const option: Option = protocol.options[name]!
        const dial = (
          <Dial
            key="dial"
            option={option}
            name={name}
            value={scenario.options?.[name] ?? option.default}
            id={`${id}-${name}`}
          />
        )
        const says = <span key="says">{option.says}</span>
        // A label is of one control alone, and a range has two.
        if (option.is === 'range')
          return (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset lays its legend out by itself
            <div key={name} role="group" aria-label={option.says}>
              {[says, dial]}
            </div>
          )
        return (
          // biome-ignore lint/a11y/noLabelWithoutControl: the control is in Dial
          <label key={name}>{option.is === 'switch' ? [dial, says] : [says, dial]}</label>
        )
      })}
    </div>
  )
}

type DialProps = { option: Option; name: string; value: Json; id: string }

const field = 'h-11 rounded-[3px] border border-hair bg-panel px-2'

function Dial({ option, name, value, id }: DialProps) {
  const common = { id, tabIndex: -1, 'data-dial': name } as const
  if (option.is === 'switch')
    return <input {...common} type="checkbox" defaultChecked={value === true} />
  if (option.is === 'number') return <Slide {...common} option={option} value={value as number} />
  if (option.is === 'range') {
    const [least, longest] = value as readonly [number, number]
    return (
      <>
        <Slide {...common} option={option} value={least} aria-label="least" />
        <Slide
          {...common}
          id={`${id}-most`}
          option={option}
          value={longest}
          aria-label="most"
          data-end="most"
        />
      </>
    )
  }
  return <Field {...common} option={option} value={`${value}`} />
}

type FieldProps = { option: Option; value: string; id: string; 'data-dial': string }
function Field({ option, value, ...attributes }: FieldProps) {
  const common = { ...attributes, tabIndex: -1, defaultValue: value }
  if (option.is === 'choice')
    return (
      <select {...common} className={field}>
        {option.of.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    )
  const longest = option.is === 'text' ? option.longest : undefined
  return <input {...common} className={`${field} w-32`} maxLength={longest} />
}

type SlideProps = {
  option: Bounds
  value: number
  id: string
  'data-dial': string
  'data-end'?: 'most'
  'aria-label'?: string
}
/** The number beside it is what it says aloud, too. */
function Slide({ option, value, ...attributes }: SlideProps) {
  const { place, worth, most } = scaleOf(option)
  // The longest are near the ends: a step away from one, a number may have a part behind the point.
  const worths = [value, ...[0, 1, most - 1, most].map(worth)].map(grouped)
  const longest = worths.reduce((long, one) => (one.length > long.length ? one : long))
  return (
    <span className="slide">
      <input
        {...attributes}
        type="range"
        tabIndex={-1}
        aria-valuetext={grouped(value)}
        min={0}
        max={most}
        defaultValue={place(value)}
      />
      <span className="worth" data-room={longest}>
        {grouped(value)}
      </span>
    </span>
  )
}
