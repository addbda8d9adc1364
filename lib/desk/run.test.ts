// What a command says when it fails is a sentence, and what stands on its line is read rightly.

import { afterEach, describe, expect, it, vi } from 'vitest'
import { ContentError } from '@/lib/posts/fault'
import { Failed, portGiven, Refusal, refuseWords, root, whole, words, wordsFor } from './run'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
})
const line = (...own: string[]) => vi.stubGlobal('process', { ...process, argv: ['', '', ...own] })

describe('what a failure says', () => {
  it('is the sentence of a refusal, and of faults of the content, without lines of code', () => {
    const fault = { file: 'content/a/post.mdx', line: 3, column: 7, says: 'date: missing' }
    expect(wordsFor(new Refusal('no'))).toBe('no')
    expect(wordsFor(new ContentError([fault]))).toBe('content/a/post.mdx:3:7 date: missing')
    expect(wordsFor(new Failed('next', 1))).toBeUndefined()
  })

  it('is what the machine would not do, with paths of the project', () => {
    const says = `EACCES: permission denied, rename '${root}content/a' -> '${root}content/b'`
    const denied = "permission denied, rename 'content/a' -> 'content/b'"
    expect(wordsFor(new Error(says))).toBe(denied)
    // A mistake of the program is shown with its place.
    expect(wordsFor(new TypeError('x is not a function'))).toContain('run.test.ts')
  })
})

describe('a command line', () => {
  it('has words beside flags and their values', () => {
    line('one', '--port', '3', 'two', '--quiet')
    expect(words('port')).toEqual(['one', 'two'])
    expect(() => refuseWords(words('port').slice(1), 'the help')).toThrow('two means nothing here')
  })

  it('has a port that is one, and so has the variable', () => {
    line('--port', '65536')
    expect(portGiven).toThrow('--port takes a whole number from 1 to 65535, not 65536')
    line()
    vi.stubEnv('PORT', '')
    expect(portGiven()).toBe(3000)
    vi.stubEnv('PORT', '4000')
    expect(portGiven()).toBe(4000)
    vi.stubEnv('PORT', 'four')
    expect(portGiven).toThrow('PORT takes a whole number from 1 to 65535, not four')
  })

  it('has a number behind a flag that takes one', () => {
    line('--port', '4000')
    expect(whole('port', 3000, 1)).toBe(4000)
    line('--port')
    expect(() => whole('port', 3000, 1)).toThrow('whole number of at least 1, not nothing')
    line()
    expect(whole('port', 3000, 1)).toBe(3000)
  })
})
