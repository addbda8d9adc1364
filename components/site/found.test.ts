// What stands nowhere is told from what stands there in another form, by an index of a few words.

import { expect, test } from 'vitest'
import { absentOf, meantBy, type Pagefind, runsOf } from './found'

/** An index as Pagefind's is: exact in quotes, else by beginnings, else by ever fewer letters. */
const indexOf = (...texts: readonly string[]): Pagefind => {
  const results = (found: readonly string[]) => ({
    results: found.map((text) => ({ data: async () => ({ excerpt: `A <mark>${text}</mark>` }) })),
  })
  const search = async (words: string) => {
    const [, exact] = /^"(.*)"$/.exec(words) ?? []
    if (exact !== undefined) return results(texts.filter((it) => it === exact.replace(/ing$/, 'e')))
    for (let part = words; part; part = part.slice(0, -1)) {
      const found = texts.filter((it) => it.toLowerCase().startsWith(part))
      if (found.length > 0) return results(found)
    }
    return results([])
  }
  return { search } as unknown as Pagefind
}

test('a word is absent where only its first letters are there', async () => {
  const index = indexOf('Z.', 'vote', 'Quorum,', 'the')
  const absent = (words: string) => absentOf(index, words)
  expect(await absent('zzqqxx')).toEqual(['zzqqxx'])
  expect(await absent('voting zzqqxx thex')).toEqual(['zzqqxx', 'thex'])
  expect(await absent('voting quor … the')).toEqual([])
  // Quotes are Pagefind's own way of asking exactly.
  expect(await absent('"zzqqxx there" vote "open')).toEqual([])
})

test('for what stands nowhere, words of which something is found are offered', async () => {
  const index = indexOf('consensus', 'gossip', 'gossip protocols')
  const known = ['gossip', 'consensus', 'protocols']
  const meant = (words: string, ...absent: string[]) => meantBy(index, words, absent, known)
  expect(await meant('Consesus,', 'Consesus,')).toBe('consensus')
  expect(await meant('gosip protocols', 'gosip')).toBe('gossip protocols')
  expect(await meant('zzqqxx', 'zzqqxx')).toBeUndefined()
  expect(await meant('gosip zzqqxx', 'gosip', 'zzqqxx')).toBeUndefined()
  expect(await meant('protocls', 'protocls')).toBeUndefined()
})

test('an excerpt is text, and its marks are runs', () => {
  expect(runsOf('a &lt;b&gt; <mark>c &amp; d</mark>')).toEqual([
    { text: 'a <b> ', meant: false },
    { text: 'c & d', meant: true },
  ])
})
