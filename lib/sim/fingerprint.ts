// 32 bits of a film: a link carries them, so that a run that comes out differently is noticed.

import type { Film } from './footage'
import { kinds } from './item'
import { hashText, hex } from './name'

/** 8 hexadecimal digits of everything that happened: events, moments, states, messages, words. */
export function fingerprint(film: Film): string {
  const { reel } = film
  let hash = 0
  const add = (text: string) => {
    hash = hashText(text, hash ^ 0x2545f491)
  }
  let before: unknown
  for (let i = 0; i < film.length; i++) {
    const state = reel.states[i]
    const kind = kinds[reel.kind.data[i]!]
    const type = reel.types[reel.type.data[i]!]
    add(`${kind} ${type} ${reel.node.data[i]} ${reel.at.data[i]} ${reel.high.data[i]}`)
    if (state !== undefined && state !== before) add(JSON.stringify(state))
    before = state
  }
  const { bodies, due, fate } = reel.messages
  for (let id = 0; id < bodies.length; id++)
    add(`${due.data[id]} ${fate.data[id]} ${JSON.stringify(bodies[id])}`)
  for (const [index, said] of reel.sentences) add(`${index} ${said.join(' ')}`)
  return hex(hash)
}
