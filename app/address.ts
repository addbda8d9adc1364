// Where pages of this build lie: below which path, and at which absolute address.

import { existsSync } from 'node:fs'
import path from 'node:path'
import { site } from '@/content/site'

/** The path the site lies under, '' at the root of its address. */
export const base = process.env.BASE_PATH ?? site.basePath

/** A path of the site ('/feeds') as the browser needs it. */
export const link = (path: string) => base + path

/** The same for those who read it elsewhere: feeds, cards, citations. */
export const absolute = (path: string) => (process.env.SITE ?? site.address + base) + path

/** Whether lib/desk has written this file of the site: nothing links to what is not there. */
export const written = (file: string) =>
  existsSync(path.join(/*turbopackIgnore: true*/ process.cwd(), 'public', file))
