// What a message is called tells what it looks like: a legend names each shape by that word.

import { expect, test } from 'vitest'
import { glyphOf, messagesOf, shoot } from '@/lib/sim/film'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { fuzzed } from '@/lib/sim/weather'
import { protocols } from '.'
import { weathers } from './weathers'

test.each(Object.keys(weathers) as (keyof typeof weathers)[])(
  'in %s two messages of one name have one shape',
  async (name) => {
    const [{ weather }, protocol] = await Promise.all([weathers[name](), protocols[name]()])
    const shapes: Record<string, string> = {}
    for (let seed = 0; seed < 8; seed++) {
      const film = shoot({ ...protocol, always: {} } as AnyProtocol, {
        ...fuzzed(protocol, weather, seed),
        until: 2000,
      })
      for (const message of messagesOf(film)) {
        const { word, shape } = glyphOf(film, message)
        shapes[word] ??= shape
        expect(shape, word).toBe(shapes[word])
      }
    }
  },
)
