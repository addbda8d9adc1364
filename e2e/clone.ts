// A copy of the project as a stranger has it: its own folder, empty caches, the same packages.

import { spawn } from 'node:child_process'
import { copyProject } from '@/lib/desk/copy'

/** Makes the copy in `.cache/<name>` and answers its folder. */
export const clone = (name: string): string => copyProject(name)

type Started = {
  readonly output: () => string
  readonly done: Promise<number>
  stop: () => Promise<void>
}

type Env = Record<string, string>

/** Starts a script of package.json in a copy, with an environment of its own. */
export const npm = (folder: string, script: string, args: string[], env: Env = {}): Started =>
  start(folder, 'npm', ['run', '--silent', script, '--', ...args], env)

/** Starts a file of a copy that is no script of its own. */
export const tsx = (folder: string, file: string, args: string[] = []): Started =>
  start(folder, process.execPath, ['--import', 'tsx', file, ...args])

function start(folder: string, command: string, args: string[], env: Env = {}): Started {
  const { ISLANDS, SITE, NOW, OUT, BASE_PATH, NODE_ENV, ...rest } = process.env
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...rest, ...env } as NodeJS.ProcessEnv,
    // A group of its own, so that all of it can be ended.
    detached: true,
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (it) => (text += it))
  const done = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? 1)))
  return {
    output: () => text,
    done,
    stop: async () => {
      const lives = child.exitCode === null && child.signalCode === null
      if (child.pid && lives) process.kill(-child.pid, 'SIGTERM')
      await done
    },
  }
}
