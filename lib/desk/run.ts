// Runs one command after another in the project's folder; what fails says so with its exit code.

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { deniedBy, Refusal } from '@/lib/posts/edit/refusal'
import { ContentError } from '@/lib/posts/fault'
import { nearest } from '@/lib/posts/nearest'

export { Refusal }

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

type AtPort = { readonly code: string; readonly port: number }
const isTaken = (fault: unknown): fault is AtPort =>
  (fault as { code?: string } | null)?.code === 'EADDRINUSE'
const isBarred = (fault: unknown): fault is AtPort =>
  (fault as { code?: string; port?: number } | null)?.code === 'EACCES' &&
  typeof (fault as { port?: number }).port === 'number'

export class Failed extends Error {
  constructor(
    readonly command: string,
    readonly code: number,
  ) {
    super(`${command} ended with ${code}`)
  }
}

type Settings = {
  readonly env?: { readonly [name: string]: string | undefined }
  readonly hear?: (text: string) => void
}

/**
 * Runs a program; its output is shown, and also handed to `hear`. Rejects with `Failed` unless it
 * ends with 0.
 */
export const run = (program: string, args: readonly string[], { env, hear }: Settings = {}) =>
  new Promise<void>((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, PWD: root, NEXT_TELEMETRY_DISABLED: '1', ...env } as NodeJS.ProcessEnv,
      stdio: hear ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    })
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const)
      from?.on('data', (chunk: Buffer) => {
        to.write(chunk)
        hear?.(chunk.toString())
      })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Failed([program, ...args].join(' '), code ?? 1))
    })
  })

/** Runs a command of the desk (`files`) or a script of a package (`next/dist/bin/next`). */
export const node = (script: string, args: readonly string[] = [], settings: Settings = {}) =>
  run(
    process.execPath,
    /\.ts$/.test(script)
      ? ['--import', 'tsx', script, ...args]
      : [`node_modules/${script}`, ...args],
    settings,
  )

/** What `--name value` or `--name` says on the command line. */
export const flag = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`)
  if (at < 0) return undefined
  const value = process.argv[at + 1]
  return value === undefined || value.startsWith('--') ? '' : value
}

/** The words on the command line that are neither flags nor the values of those named. */
export const words = (...valued: readonly string[]): string[] => {
  const own = process.argv.slice(2)
  return own.filter((it, i) => !it.startsWith('--') && !valued.includes(own[i - 1]?.slice(2) ?? ''))
}

/** Refuses the first of some words that a command has no use for. */
export const refuseWords = ([stray]: readonly string[], help: string) => {
  if (stray !== undefined) throw new Refusal(`${stray} means nothing here\n\n${help}`)
}

/** A whole number within bounds; refuses what is none, in the name of who said it. */
const bounded = (who: string, said: string, least: number, most: number): number => {
  const value = Number(said || Number.NaN)
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value
  const bounds = most < Infinity ? `from ${least} to ${most}` : `of at least ${least}`
  throw new Refusal(`${who} takes a whole number ${bounds}, not ${said || 'nothing'}`)
}

/** A whole number of at least `least` that `--name` says, or the usual one; refuses all else. */
export const whole = (name: string, usual: number, least = 0, most = Infinity): number => {
  const said = flag(name)
  return said === undefined ? usual : bounded(`--${name}`, said, least, most)
}

const lastPort = 65_535

/** A port that `--port` says, or the variable PORT, or 3000. */
export const portGiven = () => {
  const usual = process.env.PORT ? bounded('PORT', process.env.PORT, 1, lastPort) : 3000
  return whole('port', usual, 1, lastPort)
}

/** `--port=3060` is `--port 3060`, and `-h` is `--help`. */
const inFull = (argument: string): readonly string[] => {
  const [, name, value] = /^(--[a-z][a-z-]*)=(.*)$/s.exec(argument) ?? []
  if (name !== undefined && value !== undefined) return [name, value]
  return argument === '-h' ? ['--help'] : [argument]
}

/** Refuses a flag that the command's own help does not name, and one that stands there twice. */
const refuseStrange = (help: string, inner: readonly string[]) => {
  const known = [...(help.match(/--[a-z][a-z-]*/g) ?? []), ...inner.map((it) => `--${it}`)]
  const flags = process.argv.slice(2).filter((it) => /^--.|^-[a-z]/i.test(it))
  const twice = flags.find((it, i) => flags.indexOf(it) < i)
  if (twice !== undefined) throw new Refusal(`${twice} stands there twice`)
  const strange = flags.find((it) => !known.includes(it))
  if (strange === undefined) return
  const near = nearest(strange, known) ?? known.find((it) => it.startsWith(strange))
  throw new Refusal(
    `there is no ${strange} here${near ? `; did you mean ${near}?` : ''}\n\n${help}`,
  )
}

/** What is said of a failure: a sentence where it is one, nothing where it has been said. */
export const wordsFor = (fault: unknown): string | undefined => {
  if (fault instanceof Failed) return fault.code > 1 ? fault.message : undefined
  if (isTaken(fault)) return `port ${fault.port} is taken; --port takes another`
  if (isBarred(fault)) return `port ${fault.port} may not be listened on; --port takes another`
  if (!(fault instanceof Error)) return String(fault)
  if (fault instanceof Refusal || fault instanceof ContentError) return fault.message
  return deniedBy(fault, root) ?? fault.stack ?? fault.message
}

/**
 * The body of a command: ends with 1 and one sentence when something failed. `inner` are flags that
 * only the desk itself uses.
 */
export const main = (work: () => Promise<void>, help?: string, inner: readonly string[] = []) => {
  process.argv = [...process.argv.slice(0, 2), ...process.argv.slice(2).flatMap(inFull)]
  if (help && flag('help') !== undefined) return console.log(help)
  const begin = async () => {
    if (help) refuseStrange(help, inner)
    await work()
  }
  // Whoever reads only the first lines (`| head`) does not stop the work.
  for (const out of [process.stdout, process.stderr])
    out.on('error', (fault: { code?: string }) => {
      if (fault.code !== 'EPIPE') throw fault
    })
  begin().catch((fault: unknown) => {
    const says = wordsFor(fault)
    if (says !== undefined) console.error(says)
    process.exitCode = fault instanceof Failed ? fault.code : 1
  })
}
