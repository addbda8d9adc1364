// Runs a program and says how long it took, and how much memory it and its children had at most.

import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)

export type Measured = { readonly seconds: number; readonly megabytes: number }

/** Resident memory of a process and all below it, in MB; 0 where the system cannot say. */
async function memoryOf(pid: number): Promise<number> {
  const { stdout } = await execute('ps', ['-A', '-o', 'pid=,ppid=,rss=']).catch(() => ({
    stdout: '',
  }))
  const rows = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  const family = new Set([pid])
  // A child may stand before its parent in the list.
  for (let before = 0; before < family.size; ) {
    before = family.size
    for (const [id = 0, parent = 0] of rows) if (family.has(parent)) family.add(id)
  }
  return rows.reduce((sum, [id = 0, , kB = 0]) => sum + (family.has(id) ? kB / 1000 : 0), 0)
}

type Settings = { readonly cwd: string; readonly env?: { readonly [name: string]: string } }

/** Rejects with what the program said where it fails. */
export async function measure(args: readonly string[], { cwd, env }: Settings): Promise<Measured> {
  const began = performance.now()
  const child = spawn(process.execPath, args, {
    cwd,
    // contentlayer takes PWD for the folder it is in.
    env: { ...process.env, PWD: cwd, NEXT_TELEMETRY_DISABLED: '1', ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (it) => (said += it))
  let megabytes = 0
  const look = setInterval(async () => {
    if (child.pid) megabytes = Math.max(megabytes, await memoryOf(child.pid))
  }, 300)
  const code = await new Promise((resolve) => child.on('close', resolve))
  clearInterval(look)
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}\n${said.slice(-2000)}`)
  return { seconds: (performance.now() - began) / 1000, megabytes }
}

/** One after another: times add up, memory is that of the largest. */
export const together = (...all: readonly Measured[]): Measured => ({
  seconds: all.reduce((sum, it) => sum + it.seconds, 0),
  megabytes: Math.max(...all.map((it) => it.megabytes)),
})
