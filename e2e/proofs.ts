// What each control of a figure must bring about, however it is reached.

import { expect } from '@playwright/test'
import type { ControlName } from '@/components/figure/controls'
import { momentOf, type Parts } from './figure'

/** `act` does what the control says, by a key, a mouse or a finger; then it must be so. */
export type Proof = (parts: Parts, act: () => Promise<void>) => Promise<void>
const later: Proof = async (parts, act) => {
  const before = await momentOf(parts)
  await act()
  await expect.poll(() => momentOf(parts)).toBeGreaterThan(before)
}
const earlier: Proof = async (parts, act) => {
  const before = await momentOf(parts)
  await act()
  await expect.poll(() => momentOf(parts)).toBeLessThan(before)
}
const speed = (parts: Parts) => parts.figure.getByRole('combobox', { name: 'Speed' })
/** For every control of the list, from the poster's moment. */
export const proofs: Record<ControlName, Proof> = {
  play: async ({ pause }, act) => {
    await act()
    await expect(pause).toBeVisible()
  },
  back: earlier,
  forward: later,
  tellBack: earlier,
  tellOn: later,
  start: async (parts, act) => {
    await act()
    await expect.poll(() => momentOf(parts)).toBe(0)
  },
  end: async (parts, act) => {
    await act()
    const end = Number(await parts.line.getAttribute('max'))
    await expect.poll(() => momentOf(parts)).toBe(end)
  },
  slower: async (parts, act) => {
    const before = Number(await speed(parts).inputValue())
    await act()
    await expect(speed(parts)).toHaveValue(`${before - 1}`)
  },
  faster: async (parts, act) => {
    const before = Number(await speed(parts).inputValue())
    await act()
    await expect(speed(parts)).toHaveValue(`${before + 1}`)
  },
  nodeOn: async (parts, act) => {
    await act()
    await expect(parts.node(1)).toBeFocused()
  },
  nodeBack: async (parts, act) => {
    await act()
    await expect(parts.node(5)).toBeFocused()
  },
  menu: async (parts, act) => {
    await act()
    await act()
    await expect(parts.sheet).toContainText('Crash n1')
  },
  undo: async (parts, act) => {
    const lever = parts.button('Everyone waits alike')
    await lever.click()
    // What is being shot cannot be taken back yet.
    await expect(lever).toHaveAttribute('aria-pressed', 'true')
    await parts.picture.focus()
    await act()
    await expect(lever).toHaveAttribute('aria-pressed', 'false')
  },
  why: async (parts, act) => {
    await act()
    await expect(parts.sheet).toContainText('led to it')
  },
  script: async (parts, act) => {
    await act()
    await expect(parts.sheet).toContainText('Faults and acts')
  },
  more: async (parts, act) => {
    await act()
    await expect(parts.sheet).toContainText('Copy link')
  },
  keys: async (parts, act) => {
    await act()
    await expect(parts.sheet).toContainText('Play or pause')
  },
  leave: async (parts, act) => {
    await parts.play.focus()
    await act()
    await expect(parts.picture).toBeFocused()
  },
}
