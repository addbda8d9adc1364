// Changes to the content folder that happen together or not at all.

import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal } from './refusal'

/** Paths are relative to the project. */
export type Deed =
  | { readonly do: 'write'; readonly file: string; readonly text: string }
  | { readonly do: 'move'; readonly from: string; readonly to: string }

type Undo = () => void

/** The folders above a file that are not there yet, innermost last. */
const missing = (folder: string): string[] =>
  existsSync(folder) ? [] : [...missing(dirname(folder)), folder]

const write = (path: string, text: string): Undo => {
  const before = existsSync(path) ? readFileSync(path) : undefined
  const made = missing(dirname(path))
  const clear = () => {
    for (const folder of made.reverse()) if (existsSync(folder)) rmdirSync(folder)
  }
  const draft = `${path}.${process.pid}`
  try {
    mkdirSync(dirname(path), { recursive: true })
    // On the disk before it has the name: a machine that fails leaves the one or the other.
    writeFileSync(draft, text, { flush: true })
    renameSync(draft, path)
  } catch (fault) {
    rmSync(draft, { force: true })
    clear()
    throw fault
  }
  return () => {
    if (before) writeFileSync(path, before)
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
 * fails, everything is put back as it was, and the failure is thrown.
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
          ? write(join(root, deed.file), deed.text)
          : move(join(root, deed.from), join(root, deed.to)),
      )
    await verify()
  } catch (fault) {
    putBack(undo.reverse(), fault)
    throw fault
  }
}
