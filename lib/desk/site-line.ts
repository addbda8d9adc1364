// The address in content/site.ts, held to what everything is made of, before anything is made.

import { site } from '@/content/site'
import { ContentError, type Fault } from '@/lib/posts/fault'
import { readSource, type Source } from '@/lib/posts/source'
import { root } from './run'

type Line = { readonly address: string; readonly basePath: string }

const addressFault = (address: string): string | undefined => {
  const got = `not ${JSON.stringify(address)}`
  if (!/^https?:\/\/[^/]/.test(address)) return `it begins with https:// or http://, ${got}`
  if (address.endsWith('/')) return `it has no slash at its end, ${got}`
  if (!URL.canParse(address)) return `${JSON.stringify(address)} is none`
  const { origin } = new URL(address)
  return origin === address
    ? undefined
    : `it is ${origin}, and a path below it stands in basePath, ${got}`
}

const pathFault = (path: string): string | undefined => {
  if (path === '' || /^(?:\/[\w~-][\w.~-]*)+$/.test(path)) return undefined
  const wanted = "'', or a path such as '/somewhere', with a slash before it and none after it"
  return `${wanted}, not ${JSON.stringify(path)}`
}

/** What is wrong with the lines that say where the site is, at their places in the file. */
export const siteFaults = ({ address, basePath }: Line, source: Source): Fault[] =>
  Object.entries({ address: addressFault(address), basePath: pathFault(basePath) }).flatMap(
    ([key, says]) => {
      if (says === undefined) return []
      const line = source.lines.findIndex((it) => it.trimStart().startsWith(`${key}:`)) + 1
      const column = (source.lines[line - 1] ?? '').indexOf(key) + 1
      return [source.fault({ line, column, length: key.length }, `${key}: ${says}`)]
    },
  )

/** Throws what is wrong with it as content, for whoever is about to build, serve or check. */
export const soundSite = () => {
  const faults = siteFaults(site, readSource(root, 'content/site.ts'))
  if (faults.length > 0) throw new ContentError(faults)
}
