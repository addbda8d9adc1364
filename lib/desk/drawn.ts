// Where the drawn words of posts lie, until a page is made of them and its frame.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run'

export const drawnFolder = join(root, '.cache/drawn')

/** Of a post, by its slug; of a figure, by `slug.id`. */
export const drawnFile = (name: string) => join(drawnFolder, `${name}.html`)

/** What has been drawn under a name. */
export const drawn = (name: string) => readFileSync(drawnFile(name), 'utf8')
