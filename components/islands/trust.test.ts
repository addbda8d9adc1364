// The policy lets workers of our own through and nothing else.

import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const started: string[] = []

beforeEach(() => {
  started.length = 0
  vi.resetModules()
  vi.stubGlobal('location', new URL('https://site.example/reaching-consensus'))
  vi.stubGlobal(
    'Worker',
    class {
      constructor(url: string) {
        started.push(url)
      }
    },
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
})

it('starts a worker that lies under /_islands/', async () => {
  const { startWorker } = await import('./trust')
  startWorker('survey')
  expect(started).toEqual(['https://site.example/_islands/survey.js'])
})

it('refuses another origin, another folder and a way up', async () => {
  const { startWorker } = await import('./trust')
  for (const name of ['../pictures/x', 'a/../../x', 'x.js?y=', 'x.js#'])
    expect(() => startWorker(name), name).toThrow('not a worker of ours')
  expect(started).toEqual([])
})

it('asks for the one policy that the headers allow, and once', async () => {
  const createPolicy = vi.fn((_name: string, rules: unknown) => rules)
  vi.stubGlobal('trustedTypes', { createPolicy })
  const { startWorker } = await import('./trust')
  startWorker('survey')
  startWorker('survey')
  expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['own'])
})
