// What is written at once is what React writes, byte for byte.

import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup, renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { flat, markup } from './markup'

const Name = ({ of, children }: { of: string; children?: ReactNode }) => (
  <text textAnchor="middle" strokeWidth={1.5} className="name" aria-busy={true} data-on={false}>
    {of} {children}
  </text>
)
const Both = ({ children }: { children: ReactNode }) => <>{children}!</>
const same = (node: ReactElement) => expect(markup(node)).toBe(renderToString(node))

describe('a drawing as text', () => {
  it('names attributes as a page does, and leaves out what says nothing', () => {
    same(
      <g {...{ viewBox: '0 0 8 8', tabIndex: 0, onClick: () => {} }}>
        <Name of={'n1 & <"n2">'}>it’s {3}</Name>
        <path d={undefined} fill="none" fillOpacity={0.5} markerEnd="url(#a)" />
        <circle {...{ r: 4, hidden: true }} />
        <rect x={0} pointerEvents="none" strokeDasharray="4 2" />
      </g>,
    )
  })

  it('keeps apart texts that meet, and writes nothing for what is nothing', () => {
    same(
      <p>
        one{' '}
        <Both>
          two{3}
          {''}
          {null}
          {false}
        </Both>
        {['four', 'five']}
        <b>six</b>seven
      </p>,
    )
  })

  it('says of a field what it holds, last, and of a choice which is chosen', () => {
    same(
      <div>
        <input value={3} type="range" readOnly id="a" max={9} step="any" />
        <input defaultValue="x" type="text" autoComplete="off" disabled={false} />
        <label htmlFor="c">
          <input defaultChecked={true} type="checkbox" id="c" />
        </label>
        <select defaultValue="b" aria-label="Which">
          <option>a</option>
          <option>b</option>
        </select>
        <select defaultValue={2}>
          <option value={1}>one</option>
          <option value={2}>two</option>
        </select>
      </div>,
    )
  })

  it('takes markup as it is given', () => {
    same(<div suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '<b>1</b>' }} />)
  })

  it('keeps the outermost element, so that a page can hold it', () => {
    const Still = ({ at }: { at: number }) => (
      <div className="stage" id="still">
        at {at}
        <br />
      </div>
    )
    const node = flat(<Still at={640} />)
    expect(node.props).toMatchObject({ className: 'stage', id: 'still' })
    expect(renderToString(node)).toBe(renderToString(<Still at={640} />))
    expect(renderToStaticMarkup(node)).toContain('at <!-- -->640')
  })

  it('refuses what is no pure component', () => {
    const lazy = { $$typeof: Symbol.for('react.lazy') } as never
    expect(() => markup({ type: lazy, props: {} } as never)).toThrow('pure components alone')
  })
})
