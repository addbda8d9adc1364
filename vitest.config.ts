// Units run in Node beside the files they test; the browser tests are Playwright's, in e2e.

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  resolve: {
    alias: { '@/': root, 'contentlayer/generated': `${root}.contentlayer/generated/index.mjs` },
  },
  esbuild: { jsx: 'automatic' },
  test: {
    include: ['lib/**/*.test.{ts,tsx}', 'components/**/*.test.{ts,tsx}'],
    testTimeout: 120_000,
    // Whatever the clock of the machine says: posts have appeared by then, and others have not.
    env: { NOW: '2026-12-01T12:00Z' },
  },
})
