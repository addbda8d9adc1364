// Blocks that are text say what React would say of them; the others are left to React.

import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { flatBlocks } from './flat-blocks'

const Word = ({ children }: { children: ReactNode }) => <em className="word">{children}</em>
const P = ({ children }: { children?: ReactNode }) => <p className="p">{children}</p>

it('A block becomes one element that says the same.', () => {
  const body = (
    <>
      <P>
        One <Word>two</Word> &amp; three.
      </P>
      {'\n'}
      <ul>
        <li>
          <Word>four</Word>
        </li>
      </ul>
    </>
  )
  const { children } = (flatBlocks(body) as { props: { children: ReactNode[] } }).props
  expect(children).toHaveLength(3)
  expect(children[0]).toMatchObject({
    type: 'p',
    props: { dangerouslySetInnerHTML: { __html: 'One <em class="word">two</em> &amp; three.' } },
  })
  expect(renderToStaticMarkup(flatBlocks(body))).toBe(renderToStaticMarkup(body))
})

it('A block that waits for something, or comes alive, is left as it is and not begun.', () => {
  let begun = 0
  const Late = async () => {
    begun++
    return null
  }
  const Alive = Object.assign(() => void begun++, {
    $$typeof: Symbol.for('react.client.reference'),
  })
  const Live = Alive as unknown as typeof P
  for (const block of [<Late key="1" />, <P key="2">{[<Late key="1" />]}</P>, <Live key="3" />])
    expect(flatBlocks(block)).toBe(block)
  expect(begun).toBe(0)
})

it('A fault in a component is not hidden.', () => {
  const Broken = () => {
    throw new Error('no such figure')
  }
  expect(() => flatBlocks(<Broken />)).toThrow('no such figure')
})
