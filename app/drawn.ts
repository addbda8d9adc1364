// What a build has drawn before its pages: bodies of posts, and figures by themselves.

import { readFileSync } from 'node:fs'
import path from 'node:path'

const folder = () => path.join(/*turbopackIgnore: true*/ process.cwd(), '.cache/drawn')

/** The HTML of a post's body (`slug`) or of one figure (`slug.figure`); throws where none is. */
export const drawn = (name: string) => readFileSync(path.join(folder(), `${name}.html`), 'utf8')
