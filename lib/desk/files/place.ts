// Where this build's files go, and at which address they will be read.

import { readdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { site } from '@/content/site'
import { writeWhole } from '@/lib/posts/store'
import { root } from '../run'

/** The path that the site lies under, '' at the root of its address. */
export const base = process.env.BASE_PATH ?? site.basePath

/** The site's own address with the path it lies under, without a slash at its end. */
export const address = process.env.SITE ?? site.address + base

/** The folder of all files that are no pages. */
export const place = join(root, 'public')

const written = new Set<string>()
let notes: string[] | undefined

/** Notes that a file of the site has been written in this pass, by whoever. */
export const keep = (file: string) => {
  const name = relative(place, file)
  written.add(name)
  notes?.push(name)
}

/** What `work` makes, and the files that it has written; one such work at a time. */
export async function noted<T>(work: () => Promise<T>) {
  const files: string[] = []
  notes = files
  try {
    return { made: await work(), files }
  } finally {
    notes = undefined
  }
}

/** Writes one file of the site: whoever reads it meanwhile meets the old one or the new one. */
export async function put(name: string, bytes: string | Uint8Array): Promise<void> {
  const file = join(place, name)
  writeWhole(file, bytes)
  keep(file)
}

/** Takes away what this pass has not written: a post that is gone leaves nothing behind. */
export function sweep(folder = place): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) sweep(path)
    else if (!written.has(relative(place, path))) rmSync(path)
  }
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true })
}
