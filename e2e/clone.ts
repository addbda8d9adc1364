// A copy of the project as a stranger has it: its own folder, empty caches, the same packages.

import { spawn } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { project } from './site'

const made = ['node_modules', '.next', '.cache', '.contentlayer', 'out', 'public', '.git']

/** Packages are not copied but linked, file by file: 40,000 of them in a few seconds. */
const link = (from: string, to: string) => {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [old, fresh] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) link(old, fresh)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(old), fresh)
    else
      try {
        linkSync(old, fresh)
      } catch {
        copyFileSync(old, fresh)
      }
  }
}

/** Makes the copy in `.cache/<name>` and answers its folder. */
export function clone(name: string): string {
  const to = join(project, '.cache', name)
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(project))
    if (!made.includes(basename(entry)) && !entry.endsWith('.tsbuildinfo'))
      cpSync(join(project, entry), join(to, entry), { recursive: true })
  link(join(project, 'node_modules'), join(to, 'node_modules'))
  return to
}

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
