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

/** Starts a script of package.json in a copy, with an environment of its own. */
export function npm(
  folder: string,
  script: string,
  args: string[],
  env: Record<string, string> = {},
): Started {
  const { ISLANDS, SITE, NOW, OUT, BASE_PATH, NODE_ENV, ...rest } = process.env
  const child = spawn('npm', ['run', '--silent', script, '--', ...args], {
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
      if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
      await done
    },
  }
}
