// One command at a time writes a project's public/ and .cache/: the others are refused.

import { linkSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { basename, join } from 'node:path'
import { deniedBy } from '@/lib/posts/edit/refusal'
import { Refusal, root } from './run'

/** Who writes: its process, as what it was started, and where, as a copied folder copies it too. */
type Writer = {
  readonly process: number
  readonly command: string
  readonly folder: string
  /** When, ms since 1970: processes of before this machine began are gone, their numbers reused. */
  readonly since: number
}

/** How this process was started: `npm run dev`, `npm start`. */
const command = () => {
  const name = basename(process.argv[1] ?? '', '.ts')
  return /^(start|test)$/.test(name) ? `npm ${name}` : `npm run ${name}`
}

const lives = (id: number) => {
  try {
    process.kill(id, 0)
    return true
  } catch (fault) {
    // Somebody else's process is one all the same.
    return (fault as { code?: string }).code === 'EPERM'
  }
}

/** Whoever writes there now; undefined where nobody does, or it ended without a word. */
const writerIn = (file: string, folder: string): Writer | undefined => {
  try {
    const it = JSON.parse(readFileSync(file, 'utf8')) as Writer
    const here = it.folder === folder && it.process !== process.pid
    return here && it.since > Date.now() - uptime() * 1000 && lives(it.process) ? it : undefined
  } catch {
    return undefined
  }
}

const refusal = ({ command, process: id }: Writer) =>
  new Refusal(
    `\`${command}\` (process ${id}) writes the same files: ` +
      `${command === 'npm run dev' ? 'stop it' : 'wait for it'}, or do this in a clone`,
  )

/** Takes the file whole, with its words in it; false where another has it. */
const taken = (file: string, text: string) => {
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, text)
  try {
    linkSync(mine, file)
    return true
  } catch (fault) {
    if ((fault as { code?: string }).code === 'EEXIST') return false
    throw fault
  } finally {
    rmSync(mine)
  }
}

/** A folder that may not be written to is said once, as what it is. */
const allowed = <T>(at: string, work: () => T): T => {
  try {
    return work()
  } catch (fault) {
    const says = deniedBy(fault, `${at}/`)
    if (says === undefined) throw fault
    throw new Refusal(`${command()} writes into this folder, and may not: ${says}`)
  }
}

/**
 * Makes this process the only writer of a project's folder, until it ends or calls the answer.
 * Throws a Refusal that names the other where there is one.
 */
export function alone(folder = root): () => void {
  const at = realpathSync(folder)
  const file = join(at, '.cache/writer.json')
  const it: Writer = { process: process.pid, command: command(), folder: at, since: Date.now() }
  const take = () => {
    mkdirSync(join(at, '.cache'), { recursive: true })
    return taken(file, JSON.stringify(it))
  }
  while (!allowed(at, take)) {
    const other = writerIn(file, at)
    if (other) throw refusal(other)
    rmSync(file, { force: true })
  }
  const leave = () => {
    process.off('exit', leave)
    rmSync(file, { force: true })
  }
  process.on('exit', leave)
  return leave
}
