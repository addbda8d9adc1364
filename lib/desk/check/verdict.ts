// What a check found, kept for as long as no file that it looked at is another.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type State, stateOf } from '@/lib/posts/check/state'
import type { Fault } from '@/lib/posts/fault'
import { nowOf } from '@/lib/posts/instant'
import { readJson, writeWhole } from '@/lib/posts/store'
import { root } from '../run'

export type Verdict = {
  readonly faults: readonly Fault[]
  /** What the terminal is told besides, line by line. */
  readonly says: readonly string[]
  /** When posts appear or appeared, the first one first. */
  readonly due: readonly { readonly slug: string; readonly at: string }[]
  /** Whether the ledger has been added to. */
  readonly ledgered: boolean
}

/** All that a check depends on: words and data, this program, and what it is made with. */
const read = [
  ...['content', 'lib', 'package.json', 'package-lock.json', 'tsconfig.json'],
  'node_modules/.package-lock.json',
]
/** Types look at every room. */
const typed = [...read, '.vscode', 'app', 'components', 'e2e', 'next.config.js', 'vitest.config.ts']

/** What contentlayer has written, which a build needs: a verdict without it is none. */
const described = () => {
  const folder = join(root, '.contentlayer')
  const mark = join(folder, 'made-from.json')
  return existsSync(join(folder, 'generated')) && existsSync(mark) ? readFileSync(mark, 'utf8') : ''
}

/** How many posts have appeared: what may be said of them is another thing from then. */
const appeared = ({ due }: Verdict) => due.filter(({ at }) => Date.parse(at) <= nowOf()).length

type Kept = {
  readonly state: string
  readonly made: string
  readonly appeared: number
  readonly verdict: Verdict
}

/** The drawer of one kind of check, with the state of the files as it is now. */
export class Drawer {
  readonly #file: string
  readonly #state: State
  constructor(quiet: boolean) {
    this.#file = join(root, '.cache', `verdict-${quiet ? 'quiet' : 'whole'}.json`)
    this.#state = stateOf(root, quiet ? read : typed)
  }

  /** What was found when all was as it is now; undefined where something is not. */
  get kept(): Verdict | undefined {
    const kept = readJson<Kept>(this.#file)
    if (kept?.state !== this.#state.hash || kept.made !== described()) return undefined
    return kept.appeared === appeared(kept.verdict) ? kept.verdict : undefined
  }

  keep(verdict: Verdict) {
    if (!this.#state.settled) return
    const state = this.#state.hash
    const kept: Kept = { state, made: described(), appeared: appeared(verdict), verdict }
    writeWhole(this.#file, JSON.stringify(kept))
  }
}
