// A text's place in a space of 2³² places: MurmurHash3, the same on every machine.

/** The text's bytes in UTF-8; half a surrogate pair counts as U+FFFD, as everywhere. */
function bytesOf(text: string): number[] {
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0)!
    const c = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point
    if (c < 0x80) bytes.push(c)
    else if (c < 0x800) bytes.push(0xc0 | (c >> 6), 0x80 | (c & 63))
    else if (c < 0x10000) bytes.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63))
    else {
      bytes.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63))
      bytes.push(0x80 | ((c >> 6) & 63), 0x80 | (c & 63))
    }
  }
  return bytes
}

const scramble = (word: number) => {
  const k = Math.imul(word, 0xcc9e2d51)
  return Math.imul((k << 15) | (k >>> 17), 0x1b873593)
}

/**
 * 32 bits of a text, in [0, 2³²): MurmurHash3_x86_32 of its UTF-8 bytes (Appleby, smhasher).
 * Good for spreading keys; not against an adversary.
 */
export function textHash(text: string, seed = 0): number {
  const bytes = bytesOf(text)
  const whole = bytes.length & ~3
  let h = seed | 0
  for (let i = 0; i < whole; i += 4) {
    const [a, b, c, d] = [bytes[i]!, bytes[i + 1]!, bytes[i + 2]!, bytes[i + 3]!]
    h ^= scramble(a | (b << 8) | (c << 16) | (d << 24))
    h = (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0
  }
  let tail = 0
  for (let i = bytes.length - 1; i >= whole; i--) tail = (tail << 8) | bytes[i]!
  h ^= scramble(tail) ^ bytes.length
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** 64 bits of a text as 16 hexadecimal digits: two hashes with different seeds. */
export const textDigest = (text: string) =>
  [0, 0x9747b28c].map((seed) => textHash(text, seed).toString(16).padStart(8, '0')).join('')
