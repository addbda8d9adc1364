// More chance out of the one number that a rule is given.

import type { NodeId } from './protocol'

/** The i-th number drawn from `dice`: in [0, 1), a multiple of 2⁻³². roll(dice, 0) is not dice. */
export function roll(dice: number, i: number): number {
  let a = (Math.floor(dice * 4294967296) ^ Math.imul(i + 1, 0x9e3779b1)) | 0
  a = Math.imul(a ^ (a >>> 16), 0x21f0aaad)
  a = Math.imul(a ^ (a >>> 15), 0x735a2d97)
  a = Math.imul(a ^ (a >>> 15) ^ i, 0x85ebca6b)
  return ((a ^ (a >>> 13)) >>> 0) / 4294967296
}

/** True with probability `p`, by the i-th draw. */
export const chance = (dice: number, i: number, p: number) => roll(dice, i) < p

/** `k` different members of the list, in random order (all of them if it has fewer). */
export function deal<T>(dice: number, list: readonly T[], k: number): T[] {
  const rest = [...list]
  const end = Math.min(k, rest.length)
  for (let i = 0; i < end; i++) {
    const j = i + Math.floor(roll(dice, i) * (rest.length - i))
    const swapped = rest[i]!
    rest[i] = rest[j]!
    rest[j] = swapped
  }
  return rest.slice(0, end)
}

/** The list in random order. */
export const shuffle = <T>(dice: number, list: readonly T[]) => deal(dice, list, list.length)

/** One random peer, by the i-th draw; 0 where a node has none. */
export const pick = (here: { peers: readonly NodeId[]; dice: number }, i = 0): NodeId =>
  here.peers[Math.floor(roll(here.dice, i) * here.peers.length)] ?? 0
