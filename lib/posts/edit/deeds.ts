// Changes to the content folder that happen together or not at all.

import { existsSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeWhole } from '../store'
import { Refusal } from './refusal'

/** Paths are relative to the project. */
export type Deed =
  | { readonly do: 'write'; readonly file: string; readonly text: string }
  | { readonly do: 'move'; readonly from: string; readonly to: string }

type Undo = () => void

/** The folders above a file that are not there yet, innermost last. */
const missing = (folder: string): string[] =>
  existsSync(folder) ? [] : [...missing(dirname(folder)), folder]

const write = (root: string, file: string, text: string): Undo => {
  const path = join(root, file)
  const before = existsSync(path) ? readFileSync(path) : undefined
  const made = missing(dirname(path)).reverse()
  const clear = () => {
    for (const folder of made) if (existsSync(folder)) rmdirSync(folder)
  }
  try {
    writeWhole(path, text, { flush: true })
  } catch (fault) {
    clear()
    throw fault
  }
  return () => {
    // An author who has saved meanwhile, in another program, keeps what was written there.
    if (!existsSync(path) || readFileSync(path, 'utf8') !== text)
      throw new Error(`${file}: somebody else has changed it meanwhile, and it stays as it is`)
    if (before) writeWhole(path, before, { flush: true })
    else rmSync(path)
    clear()
  }
}

const move = (from: string, to: string): Undo => {
  renameSync(from, to)
  return () => renameSync(to, from)
}

/** Undoes all that can be undone; what cannot is said beside what had failed. */
const putBack = (undo: readonly Undo[], fault: unknown) => {
  const stuck = undo.flatMap((back) => {
    try {
      back()
      return []
    } catch (thrown) {
      return [(thrown as Error).message]
    }
  })
  if (stuck.length === 0) return
  const says = `and this could not be put back:\n${stuck.join('\n')}`
  throw new Refusal(`${(fault as Error).message}\n${says}`)
}

/**
 * Does all deeds in order, then asks `verify`, which throws where the result is not right. Whatever
 * fails, everything is put back as it was, but for what somebody else has changed meanwhile, and
 * the failure is thrown.
 */
export async function carryOut(
  root: string,
  deeds: readonly Deed[],
  verify: () => Promise<void> = async () => {},
) {
  const undo: Undo[] = []
  try {
    for (const deed of deeds)
      undo.push(
        deed.do === 'write'
          ? write(root, deed.file, deed.text)
          : move(join(root, deed.from), join(root, deed.to)),
      )
    await verify()
  } catch (fault) {
    putBack(undo.reverse(), fault)
    throw fault
  }
}
