// Puts what was built in the place of what is published: wholly, or not at all.

import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'

/**
 * Moves the folder `fresh` to `old`; there is no moment at which half of it is there. Rejects where
 * that cannot be done, and then `old` is what it was.
 */
export async function swap(fresh: string, old: string) {
  const away = `${fresh}-old`
  await rm(away, { recursive: true, force: true })
  const had = existsSync(old)
  if (had) await rename(old, away)
  await rename(fresh, old).catch(async (fault) => {
    if (had) await rename(away, old)
    throw fault
  })
  await rm(away, { recursive: true, force: true })
}
