// A copy of the project in a folder of its own: files copied, packages linked one by one.

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
import { join } from 'node:path'
import { root } from './run'

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

/** Makes the copy anew in `.cache/<name>`, with empty caches; answers its folder. */
export function copyProject(name: string, skip: readonly string[] = []): string {
  const to = join(root, '.cache', name)
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(root))
    if (![...made, ...skip].includes(entry) && !entry.endsWith('.tsbuildinfo'))
      cpSync(join(root, entry), join(to, entry), { recursive: true })
  link(join(root, 'node_modules'), join(to, 'node_modules'))
  return to
}
