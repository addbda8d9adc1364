// Finds a Chromium for the browser tests, or installs one, and says in one line which it is.

import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { run } from './run'

/** The first has no windows to draw: tests take half the time in it. */
const installed = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map(
  (name) => `/usr/bin/${name}`,
)

/** A Chromium that is here already: the one named, the system's, or Playwright's own. */
export const here = (): string | undefined =>
  [process.env.CHROMIUM_PATH, ...installed, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  )

const ways: readonly (readonly [says: string, () => Promise<void>])[] = [
  [
    'Playwright installs one',
    () => run('npx', ['--yes', 'playwright', 'install', '--with-deps', 'chromium']),
  ],
  [
    'the system installs one',
    async () => {
      await run('apt-get', ['update'])
      const install = (name: string) => run('apt-get', ['install', '-y', name])
      // Older systems do not have it apart.
      await install('chromium-headless-shell').catch(() => install('chromium'))
    },
  ],
]

/** The path of a Chromium. Rejects with what to do where none can be had. */
export async function browser(): Promise<string> {
  for (const [says, install] of ways) {
    const path = here()
    if (path) return tell(path)
    console.log(`No Chromium here: ${says}.`)
    await install().catch((fault: Error) => console.log(fault.message))
  }
  const path = here()
  if (path) return tell(path)
  throw new Error('No Chromium for the browser tests: set CHROMIUM_PATH to one.')
}

const tell = (path: string) => {
  console.log(`Browser tests use ${path}.`)
  return path
}
