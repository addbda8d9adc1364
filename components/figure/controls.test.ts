// The list of controls: what a key means, and where.

import { describe, expect, it } from 'vitest'
import { type ControlName, controlOf, controls } from './controls'
import { keyWords } from './key-words'

const press = (
  key: string,
  held: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey', boolean>> = {},
) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})

describe('the list of controls', () => {
  it('has no key that means two things in one place', () => {
    const meanings = Object.values(controls).flatMap(({ keys, where }) =>
      keys.flatMap((key) =>
        (where === 'anywhere' ? ['picture', 'time'] : [where]).map((w) => `${w} ${key}`),
      ),
    )
    expect(new Set(meanings).size).toBe(meanings.length)
  })

  it('knows each control by each of its keys', () => {
    for (const name of Object.keys(controls) as ControlName[])
      for (const key of controls[name].keys) {
        const shiftKey = key.startsWith('Shift+')
        const bare = key.replace('Shift+', '')
        const place = controls[name].where === 'anywhere' ? 'time' : controls[name].where
        expect(controlOf(press(bare, { shiftKey }), place)).toBe(name)
      }
  })

  it('steps by event from the picture too, and from node to node only there', () => {
    expect(controlOf(press('ArrowRight'), 'picture')).toBe('forward')
    expect(controlOf(press('ArrowDown'), 'picture')).toBe('nodeOn')
    expect(controlOf(press('ArrowDown'), 'time')).toBeUndefined()
    expect(controlOf(press('ArrowRight'), 'anywhere')).toBeUndefined()
  })

  it('hears a question mark whether or not it needs Shift', () => {
    expect(controlOf(press('?', { shiftKey: true }), 'time')).toBe('keys')
    expect(controlOf(press('?'), 'time')).toBe('keys')
  })

  it('leaves chords to the browser', () => {
    expect(controlOf(press('z', { ctrlKey: true }), 'time')).toBeUndefined()
    expect(controlOf(press('ArrowLeft', { altKey: true }), 'time')).toBeUndefined()
  })

  it('names keys as people do', () => {
    expect(keyWords('Shift+ArrowLeft')).toBe('Shift + Left')
    expect(keyWords(' ')).toBe('Space')
  })
})
