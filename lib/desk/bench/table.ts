// Prints rows of a bench as a table.

import type { Row } from './row'

const heads: Row = { what: '', here: 'here', baseline: 'baseline', budget: 'budget' }
const columns = ['what', 'here', 'baseline', 'budget'] as const

/** One line for each row, in columns as wide as they must be. */
export const printRows = (rows: readonly Row[]) => {
  const all = [heads, ...rows]
  const widths = columns.map((name) => Math.max(...all.map((row) => row[name].length)))
  for (const row of all) {
    const cells = columns.map((name, i) => row[name].padEnd(widths[i] ?? 0))
    console.log(cells.join('   ').trimEnd())
  }
}
