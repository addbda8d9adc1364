// Dials: the protocol's options that this scenario speaks of, each as the control its kind needs.

import type { ReactNode } from 'react'
import type { AnyProtocol, Json, Option } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import type { Live } from './live'

const most = 5

/** The options that the scenario sets, or a lever turns; at most five, and none of plain data. */
export function dialsOf(protocol: AnyProtocol, scenario: AnyScenario): readonly string[] {
  const turned = scenario.levers?.flatMap(({ options }) => Object.keys(options ?? {})) ?? []
  const against = Object.keys(scenario.against?.options ?? {})
  const named = new Set([...Object.keys(scenario.options ?? {}), ...turned])
  return Object.keys(protocol.options)
    .filter((name) => named.has(name) && !against.includes(name))
    .filter((name) => protocol.options[name]!.is !== 'data')
    .slice(0, most)
}

type Props = { protocol: AnyProtocol; scenario: AnyScenario; live: Live | undefined; id: string }

export function Dials({ protocol, scenario, live, id }: Props): ReactNode {
  const dials = dialsOf(protocol, scenario).map((name) => {
    const option: Option = protocol.options[name]!
    const value = scenario.options?.[name] ?? option.default
    return (
      // biome-ignore lint/a11y/noLabelWithoutControl: the control is in Dial
      <label key={name} className="flex min-h-11 items-center gap-2">
        {option.is === 'switch' ? '' : `${option.says} `}
        <Dial
          option={option}
          value={value}
          id={`${id}-${name}`}
          onTurn={live && ((to) => live.turn(name, to))}
        />
        {option.is === 'switch' ? ` ${option.says}` : ''}
      </label>
    )
  })
  return <div className="order-4 flex basis-full flex-wrap gap-x-6">{dials}</div>
}

type DialProps = {
  option: Option
  value: Json
  id: string
  onTurn: ((value: Json) => void) | undefined
}

const field = 'h-11 rounded-[3px] border border-hair bg-panel px-2'

function Dial({ option, value, id, onTurn }: DialProps) {
  const hear = onTurn && ((text: string) => onTurn(text))
  if (option.is === 'switch') return <Switch value={value} id={id} onTurn={onTurn} />
  if (option.is === 'number')
    return <Slide option={option} value={value as number} id={id} onTurn={onTurn} />
  if (option.is === 'range')
    return <Spread option={option} value={value as Pair} id={id} onTurn={onTurn} />
  const chosen = onTurn ? { value: `${value}` } : { defaultValue: `${value}` }
  if (option.is === 'choice')
    return (
      <select
        id={id}
        tabIndex={-1}
        className={field}
        {...chosen}
        onChange={hear && ((event) => hear(event.currentTarget.value))}
      >
        {option.of.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    )
  return (
    <input
      id={id}
      tabIndex={-1}
      className={`${field} w-32`}
      maxLength={option.is === 'text' ? option.longest : undefined}
      {...chosen}
      onChange={hear && ((event) => hear(event.currentTarget.value))}
    />
  )
}

function Switch({ value, id, onTurn }: Omit<DialProps, 'option'>) {
  const on = onTurn ? { checked: value === true } : { defaultChecked: value === true }
  return (
    <input
      id={id}
      type="checkbox"
      tabIndex={-1}
      className="size-5 accent-accent"
      {...on}
      onChange={onTurn && ((event) => onTurn(event.currentTarget.checked))}
    />
  )
}

/** "3,600,000": read at a glance, and the same in every country. */
const grouped = (value: number) => `${value}`.replace(/\B(?=(\d{3})+$)/g, ',')

type Bounds = { from: number; to: number; step?: number }
type Pair = readonly [number, number]
type SlideProps = { option: Bounds; value: number; id: string; label?: string } & Pick<
  DialProps,
  'onTurn'
>
/** A wide scale is logarithmic: equal drags are equal ratios. */
function Slide({ option, value, id, label, onTurn }: SlideProps) {
  const { place, worth, most } = scaleOf(option)
  const chosen = onTurn ? { value: place(value) } : { defaultValue: place(value) }
  return (
    <>
      <input
        id={id}
        type="range"
        tabIndex={-1}
        aria-label={label}
        aria-valuetext={`${value}`}
        className="h-11 w-28 accent-accent"
        min={0}
        max={most}
        {...chosen}
        onChange={onTurn && ((event) => onTurn(worth(event.currentTarget.valueAsNumber)))}
      />
      <span className="min-w-[4ch] tabular-nums">{grouped(value)}</span>
    </>
  )
}

/** Between an option's value and a whole place on its slider. */
export function scaleOf({ from, to, step = 1 }: Bounds) {
  const wide = from > 0 && to / from > 200
  if (!wide) {
    const tidy = (value: number) => Number(value.toFixed(6))
    return {
      most: Math.round((to - from) / step),
      place: (value: number) => Math.round((value - from) / step),
      worth: (place: number) => tidy(Math.min(to, from + place * step)),
    }
  }
  const most = 60
  const grow = Math.log(to / from) / most
  const round = (value: number) => {
    const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1)
    return Math.min(to, Math.max(from, Math.round(value / unit) * unit))
  }
  return {
    most,
    place: (value: number) => Math.round(Math.log(value / from) / grow),
    worth: (place: number) => round(from * Math.exp(place * grow)),
  }
}

type SpreadProps = { option: Bounds; value: Pair; id: string } & Pick<DialProps, 'onTurn'>
/** Two ends; neither passes the other. */
function Spread({ option, value: [least, most], id, onTurn }: SpreadProps) {
  return (
    <>
      <Slide
        option={option}
        value={least}
        id={id}
        label="least"
        onTurn={onTurn && ((to) => onTurn([to as number, Math.max(most, to as number)]))}
      />
      <Slide
        option={option}
        value={most}
        id={`${id}-most`}
        label="most"
        onTurn={onTurn && ((to) => onTurn([Math.min(least, to as number), to as number]))}
      />
    </>
  )
}
