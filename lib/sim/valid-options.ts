// Are these values of those options?

import type { Json, Option, Options } from './protocol'
import { fault, isTable, type Path, quote, type ScenarioFault, strangerFault } from './valid-words'

/** Is this a value of that option? The sentence says what was expected. */
export function valueFault(option: Option, value: unknown): string | undefined {
  const number = (one: unknown, { from, to }: { from: number; to: number }) =>
    typeof one === 'number' && one >= from && one <= to
  switch (option.is) {
    case 'number': {
      const { from, to, step = option.node ? 1 : undefined } = option
      if (!number(value, option)) return `expected ${from} to ${to}`
      return step === undefined || onStep((value as number) - from, step)
        ? undefined
        : `expected ${from} to ${to} in steps of ${step}`
    }
    case 'range': {
      const ok = Array.isArray(value) && value.length === 2 && value.every((v) => number(v, option))
      return ok && value[0] <= value[1]
        ? undefined
        : `expected [least, most] within ${option.from} to ${option.to}`
    }
    case 'switch':
      return typeof value === 'boolean' ? undefined : 'expected true or false'
    case 'choice':
      return option.of.includes(value as string) ? undefined : `expected ${option.of.join(' or ')}`
    case 'text':
      return typeof value === 'string' && value.length <= option.longest
        ? undefined
        : `expected a text of at most ${option.longest} characters`
    case 'data':
      return option.fault(value as Json)
  }
}

/** Is this so many steps? Tenths have no exact double, so there a little is let pass. */
function onStep(over: number, step: number): boolean {
  const steps = over / step
  const near = step === Math.floor(step) ? 0 : 1e-6
  return Math.abs(steps - Math.floor(steps + 0.5)) <= near
}

/** The first wrong value in a table of options, commands' fields or turns. */
export function optionsFault(
  options: Options,
  values: unknown,
  path: Path,
): ScenarioFault | undefined {
  if (!isTable(values)) return fault(path, 'expected a table of options')
  for (const [name, value] of Object.entries(values)) {
    if (!Object.hasOwn(options, name))
      return strangerFault([...path, name], 'option', name, Object.keys(options))
    const says = valueFault(options[name]!, value)
    if (says) return fault([...path, name], `${says}, got ${quote(value)}`)
  }
  return undefined
}
