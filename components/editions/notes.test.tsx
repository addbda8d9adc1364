// Notes move from the end of a body to their numbers.

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { inlineNotes } from './notes'

/** As remark-gfm and MDX hand it over. */
const body = (
  <>
    <p>
      A majority overlaps
      <sup>
        <a href="#fn-1" id="fnref-1" data-footnote-ref aria-describedby="footnote-label">
          1
        </a>
      </sup>
      .
    </p>
    <section data-footnotes className="footnotes">
      <h2 id="footnote-label">Footnotes</h2>
      <ol>
        <li id="fn-1">
          <p>
            Said of <em>quorums</em>.{' '}
            <a href="#fnref-1" data-footnote-backref="">
              back
            </a>
          </p>
        </li>
      </ol>
    </section>
  </>
)

test('A note stands behind its number, and the list at the end is gone.', () => {
  const html = renderToStaticMarkup(inlineNotes(body))
  expect(html).toMatch(/overlaps<label.*<small.*Said of <em>quorums<\/em>\. ?<\/small>\.<\/p>$/s)
  expect(html).not.toContain('Footnotes')
  expect(html).not.toContain('back')
})

test('A note inside a paragraph is phrasing: no paragraph, no list.', () => {
  const html = renderToStaticMarkup(inlineNotes(body))
  expect(html.match(/<p>/g)).toHaveLength(1)
  expect(html).not.toMatch(/<li|<ol|<section|<aside/)
})

test('A note can be linked to, and keeps its number where it is named again.', () => {
  const again = (
    <sup>
      <a href="#fn-1" id="fnref-1-2" data-footnote-ref>
        1
      </a>
    </sup>
  )
  const html = renderToStaticMarkup(
    inlineNotes(
      <>
        {body}
        <p>Twice{again}.</p>
      </>,
    ),
  )
  expect(html).toContain('<label id="fn1"')
  expect(html.match(/<small/g)).toHaveLength(1)
  expect(html).toMatch(/Twice<sup[^>]*><a href="#fn1"[^>]*>1<\/a><\/sup>\./)
})

test('A body without notes comes back as it is.', () => {
  const plain = <p>Nothing to add.</p>
  expect(inlineNotes(plain)).toBe(plain)
})
