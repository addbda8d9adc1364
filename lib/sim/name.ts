// Names by descent: 64 bits that say where an event comes from, kept as two 32-bit halves.
// Every draw is a hash of a name, so nothing is counted and nothing is used up.

/** What a name descends by; each kind of descent has its own place among the tags. */
export const tags = { start: 1, line: 2, end: 3, message: 4, timer: 5, death: 6 } as const
/** What a draw is for. */
export const purposes = { dice: 11, delay: 12, loss: 13, duplicate: 14 } as const

/** The first half of the name that descends from (high, low) by `tag`. */
export function descendHigh(high: number, low: number, tag: number): number {
  let a = (Math.imul(high ^ tag, 0x9e3779b1) + low) | 0
  a = Math.imul(a ^ (a >>> 15), 0x85ebca6b)
  a = Math.imul(a ^ (a >>> 13) ^ low, 0xc2b2ae35)
  return (a ^ (a >>> 16)) | 0
}

/** The second half of that name. */
export function descendLow(high: number, low: number, tag: number): number {
  let b = Math.imul((low + tag) | 0, 0x27d4eb2f) ^ high
  b = Math.imul(b ^ (b >>> 16), 0x7feb352d)
  b = (Math.imul(b ^ (b >>> 15), 0x846ca68b) + high) | 0
  b = Math.imul(b ^ (b >>> 14), 0x2c1b3c6d)
  return (b ^ (b >>> 16)) | 0
}

/** That name: both halves. */
export const descend = (high: number, low: number, tag: number) =>
  [descendHigh(high, low, tag), descendLow(high, low, tag)] as const

/** The i-th draw for a purpose from a name: in [0, 1), a multiple of 2⁻³². */
export function draw(high: number, low: number, purpose: number, i = 0): number {
  const tag = Math.imul(purpose, 0x632be5ab) + Math.imul(i, 0x1b873593)
  return (descendHigh(low, high, tag | 0) >>> 0) / 4294967296
}

/** 32 bits of a text (FNV-1a, then mixed); `basis` gives independent hashes of one text. */
export function hashText(text: string, basis = 0x811c9dc5): number {
  let h = basis | 0
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  return (h ^ (h >>> 13)) | 0
}

/** A name as 16 hexadecimal digits. */
export const nameText = (high: number, low: number) => hex(high) + hex(low)
/** 32 bits as 8 hexadecimal digits. */
export const hex = (bits: number) => (bits >>> 0).toString(16).padStart(8, '0')
