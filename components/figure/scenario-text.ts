// A scenario as the data file an author would write.

import type { Json } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'

const widest = 90

/** A value as TypeScript writes it: bare keys, single quotes, short things on one line. */
function literal(value: Json, indent: string): string {
  if (typeof value === 'string')
    return `'${JSON.stringify(value).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const isList = Array.isArray(value)
  const parts = (inner: string) =>
    isList
      ? value.map((one) => literal(one as Json, inner))
      : Object.entries(value).flatMap(([key, one]) =>
          one === undefined ? [] : [`${keyText(key)}: ${literal(one as Json, inner)}`],
        )
  const [left, right] = isList ? ['[', ']'] : ['{', '}']
  const flat = parts('').join(', ')
  const short = isList ? `[${flat}]` : flat ? `{ ${flat} }` : '{}'
  if (!short.includes('\n') && indent.length + short.length <= widest) return short
  const inner = `${indent}  `
  return `${left}\n${parts(inner)
    .map((one) => `${inner}${one},\n`)
    .join('')}${indent}${right}`
}
const keyText = (key: string) => (/^[A-Za-z]\w*$/.test(key) ? key : `[${literal(key, '')}]`)

/** The text of `content/<slug>/<figure>.ts`; it can be pasted as it is. */
export function scenarioText(scenario: AnyScenario): string {
  const lines = Object.entries(scenario)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `  ${key}: ${literal(value as Json, '  ')},\n`)
  return [
    "import type { Scenario } from '@/lib/protocols'\n\n",
    `export default {\n${lines.join('')}} satisfies Scenario\n`,
  ].join('')
}
