// The plain parts of prose as they are printed.

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Td, Th } from './prose'

test('A column keeps its side, heading and cells, by class and not by a worn attribute.', () => {
  for (const Cell of [Th, Td]) {
    const html = renderToStaticMarkup(
      <table>
        <tbody>
          <tr>
            <Cell align="right">1</Cell>
          </tr>
        </tbody>
      </table>,
    )
    expect(html).toContain('text-right')
    expect(html).not.toContain('text-left')
    expect(html).not.toContain('align="')
  }
})
