// Where this build's files go, and at which address they will be read.

import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { site } from '@/content/site'
import { root } from '../run'

/** The path that the site lies under, '' at the root of its address. */
export const base = process.env.BASE_PATH ?? site.basePath

/** The site's own address with the path it lies under, without a slash at its end. */
export const address = process.env.SITE ?? site.address + base

/** Writes one file of the site. */
export async function put(name: string, bytes: string | Uint8Array): Promise<void> {
  const file = join(root, 'public', name)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, bytes)
}
