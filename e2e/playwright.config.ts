// Browser tests: the built site behind its own server, with the islands on Preact and on React.

import { defineConfig } from '@playwright/test'

const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const isRoot = process.getuid?.() === 0
const servers = [
  { name: 'preact', folder: '.cache/local', port: 3210 },
  { name: 'react', folder: '.cache/react', port: 3211 },
]
/** What a figure does once awake; the rest of the site is the same bytes with both engines. */
const awake = /(play|keyboard|share|ask|hands|wake|search|predict|data)\.spec\.ts/
/** Whole builds keep every core busy: they come by themselves, when nobody waits for a page. */
const clones = /set-up\.spec\.ts/

export default defineConfig({
  testDir: '.',
  outputDir: '../.cache/playwright',
  fullyParallel: true,
  workers: 2,
  // For the slowest machine: what is met at once costs nothing.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // Where others work on the same machine; `npm test` names what passed at the second try alone.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: '../.cache/playwright.json' }]],
  use: {
    launchOptions: { executablePath: path, args: isRoot ? ['--no-sandbox'] : [] },
  },
  projects: [
    ...servers.map(({ name, port }) => ({
      name,
      use: { baseURL: `http://localhost:${port}` },
      ...(name === 'react' ? { testMatch: awake } : { testIgnore: clones }),
    })),
    { name: 'clones', testMatch: clones },
  ],
  webServer: servers.map(({ folder, port }) => ({
    command: `tsx lib/desk/serve.ts ${folder} ${port}`,
    cwd: '..',
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  })),
})
