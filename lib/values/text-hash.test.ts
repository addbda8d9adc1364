// The hash against the published test vectors of MurmurHash3_x86_32.

import { expect, test } from 'vitest'
import { textDigest, textHash } from './text-hash'

// en.wikipedia.org/wiki/MurmurHash, "Test vectors" of the 32-bit variant.
const vectors: [text: string, seed: number, hash: number][] = [
  ['', 0, 0],
  ['', 1, 0x514e28b7],
  ['', 0xffffffff, 0x81f16f39],
  ['test', 0, 0xba6bd213],
  ['test', 0x9747b28c, 0x704b81dc],
  ['Hello, world!', 0, 0xc0363e43],
  ['Hello, world!', 0x9747b28c, 0x24884cba],
  ['The quick brown fox jumps over the lazy dog', 0, 0x2e4ff723],
  ['The quick brown fox jumps over the lazy dog', 0x9747b28c, 0x2fa826cd],
]

test.each(vectors)('the hash of %j with seed %i is the published one', (text, seed, hash) => {
  expect(textHash(text, seed)).toBe(hash)
})

test('letters beyond ASCII count as their UTF-8 bytes', () => {
  const bytes = (text: string) => String.fromCharCode(...new TextEncoder().encode(text))
  for (const text of ['é', 'ß→∞', 'seat 🎭 7', '\ud800'])
    expect(bytes(text).length).toBeGreaterThan(text.length)
  expect(textHash('€')).not.toBe(textHash('\u00ac'))
  expect(textDigest('A4')).toMatch(/^[0-9a-f]{16}$/)
})
