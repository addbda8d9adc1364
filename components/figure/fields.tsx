'use client'
// A form made from a table of options: what a command or a fault must be told.

import type { ReactNode } from 'react'
import type { Film } from '@/lib/sim/film'
import type { Json, Option, Options } from '@/lib/sim/protocol'
import type { Given } from './choices'

const look = 'h-11 min-w-0 grow rounded-[3px] border border-hair bg-panel px-2'

/** One labelled field for each option; the browser holds numbers to their bounds. */
export function Fields({ of, film }: { of: Options; film: Film }): ReactNode {
  return Object.entries(of).map(([name, option], i) => (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is in Field
    <label key={name} className="flex items-center gap-3">
      <span>{option.says}</span>
      <Field {...{ name, option, film }} first={i === 0} />
    </label>
  ))
}

type Props = { name: string; option: Option; film: Film; first: boolean }

function Field({ name, option, film, first }: Props) {
  const common = { name, autoFocus: first }
  if (option.is === 'number' && option.node) return <Node {...common} {...{ option, film }} />
  if (option.is === 'number') return <Numeral {...common} {...option} value={option.default} />
  if (option.is === 'switch')
    return <input {...common} type="checkbox" defaultChecked={option.default} className="size-5" />
  if (option.is === 'choice')
    return (
      <select {...common} className={look} defaultValue={option.default}>
        {option.of.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    )
  if (option.is === 'range') {
    const [least, most] = option.default
    return (
      <>
        <Numeral {...common} {...option} value={least} />
        <Numeral {...option} name={`${name} most`} value={most} />
      </>
    )
  }
  const longest = option.is === 'text' ? option.longest : undefined
  return (
    <input {...common} className={look} maxLength={longest} defaultValue={`${option.default}`} />
  )
}

type NodeProps = {
  name: string
  option: Extract<Option, { is: 'number' }>
  film: Film
  autoFocus: boolean
}
/** One node; what is called like a role (the window to buy at) is a node of that role. */
const Node = ({ option: { from, node, default: first }, film, ...common }: NodeProps) => {
  const role = film.roles.includes(common.name) && common.name
  return (
    <select {...common} className={look} defaultValue={first}>
      {from === 0 && <option value="0">{node}</option>}
      {film.names.map(
        (one, i) =>
          (!role || film.roles[i] === role) && (
            <option key={one} value={i + 1}>
              {one}
            </option>
          ),
      )}
    </select>
  )
}

type NumeralProps = { name: string; from: number; to: number; value: number; autoFocus?: boolean }
const Numeral = ({ name, from, to, value, autoFocus }: NumeralProps) => (
  <input
    type="number"
    name={name}
    required
    className={look}
    min={from}
    max={to}
    step="any"
    defaultValue={value}
    // biome-ignore lint/a11y/noAutofocus: the form has just been opened by a press
    autoFocus={autoFocus}
  />
)

/** What a filled form says, a value for each option. */
export function givenIn(form: HTMLFormElement, options: Options): Given {
  const fields = form.elements as unknown as { readonly [name: string]: HTMLInputElement }
  const given = (name: string, option: Option): Json => {
    const field = fields[name]!
    if (option.is === 'number') return Number(field.value)
    if (option.is === 'switch') return field.checked
    if (option.is !== 'range') return field.value
    const ends = [field.valueAsNumber, fields[`${name} most`]!.valueAsNumber]
    return [Math.min(...ends), Math.max(...ends)]
  }
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, given(name, option)]),
  )
}
