// Runs one command after another in the project's folder; what fails says so with its exit code.

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Refusal } from '@/lib/posts/edit/refusal'

export { Refusal }

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

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

/** The body of a command: ends with 1 and one sentence when something failed. */
export const main = (work: () => Promise<void>, help?: string) => {
  if (help && flag('help') !== undefined) return console.log(help)
  work().catch((fault: unknown) => {
    // A program that failed has said why.
    if (fault instanceof Refusal) console.error(fault.message)
    else if (!(fault instanceof Failed)) console.error(fault)
    else if (fault.code > 1) console.error(fault.message)
    process.exitCode = fault instanceof Failed ? fault.code : 1
  })
}
