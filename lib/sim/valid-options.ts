// Are these values of those options?

import type { Json, Option, Options } from './protocol'
import { fault, isTable, type Path, quote, type ScenarioFault, strangerFault } from './valid-words'

/** Is this a value of that option? The sentence says what was expected. */
export function valueFault(option: Option, value: unknown): string | undefined {
  const number = (one: unknown, { from, to }: { from: number; to: number }) =>
    typeof one === 'number' && one >= from && one <= to
  switch (option.is) {
    case 'number':
      return number(value, option) ? undefined : `expected ${option.from} to ${option.to}`
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
