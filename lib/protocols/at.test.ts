// The moment that rules are told is for those who look on: a run is the same whatever it says.

import { expect, test } from 'vitest'
import { shoot } from '@/lib/sim/film'
import type { AnyProtocol, Here } from '@/lib/sim/protocol'
import { fuzzed } from '@/lib/sim/weather'
import { protocols } from '.'
import { weathers } from './weathers'

type Told = (here: Here) => Here
/** The same protocol, told what another moment it is; its promises look at what it noted down. */
const toldBy = (protocol: AnyProtocol, told: Told): AnyProtocol => {
  const each = (rules: object): never =>
    Object.fromEntries(
      Object.entries(rules).map(([name, rule]) => [
        name,
        (...given: unknown[]) => rule(...given.slice(0, -1), told(given.at(-1) as Here)),
      ]),
    ) as never
  const { start, wake } = each({ start: protocol.start, wake: protocol.wake ?? protocol.start })
  const { on, after, ask } = protocol
  const rules = { start, on: each(on), after: each(after), ask: each(ask) }
  return { ...protocol, ...rules, ...(protocol.wake && { wake }), always: {} }
}

/** All that happened, but for what nodes keep. */
const eventsOf = (protocol: AnyProtocol, scenario: Parameters<typeof shoot>[1]) => {
  const { reel, length, stopped } = shoot(protocol, scenario)
  const { at, kind, node, high, low } = reel
  const columns = [at, kind, node, high, low].map(({ data }) => [...data].join())
  return { length, stopped, columns, said: [...reel.sentences] }
}

const truly: Told = (here) => here
const wrongly: Told = (here) => ({ ...here, at: 1e6 - 3 * here.at })

test.each(Object.keys(weathers) as (keyof typeof weathers)[])(
  'no rule of %s acts on what moment it is in truth',
  async (name) => {
    const [{ weather }, protocol] = await Promise.all([weathers[name](), protocols[name]()])
    for (let seed = 0; seed < 12; seed++) {
      const scenario = fuzzed(protocol as AnyProtocol, weather, seed)
      const [one, other] = [truly, wrongly].map((told) =>
        eventsOf(toldBy(protocol as AnyProtocol, told), scenario),
      )
      expect(other).toEqual(one)
    }
  },
)
