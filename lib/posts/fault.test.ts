// A fault says the same in the terminal and beside its line in a review.

import { expect, test } from 'vitest'
import { annotationOf, describeFault } from './fault'

test('an annotation has the place, and every word of the terminal', () => {
  const fault = {
    file: 'content/a,b/post.mdx',
    line: 3,
    column: 7,
    says: 'date: 100% wrong',
    quote: 'date: soon',
    length: 4,
    near: 'sooner',
  }
  const [, place = '', says = ''] = /^::error (.*?)::(.*)$/.exec(annotationOf(fault))!
  expect(place).toBe('file=content/a%2Cb/post.mdx,line=3,col=7,endColumn=11,title=date')
  expect(says).not.toContain('\n')
  expect(says.replaceAll('%0A', '\n').replaceAll('%25', '%')).toBe(describeFault(fault))
})
