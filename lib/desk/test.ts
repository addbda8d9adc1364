// `npm test`: house rules, types, units, content, build and browser; ends with one line of sums.

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { browser } from './browser'
import { main, node, refuseWords, root, words } from './run'
import { local } from './start'

const help = `npm test

Style, content and types, units and house rules, a build, and the browser tests; ends with the sum
of all. A browser is taken from CHROMIUM_PATH, or found, or installed.`

type Sum = { readonly passed: number; readonly failed: number; readonly skipped: number }
type Step = { readonly name: string; readonly work: () => Promise<Sum> }

const one: Sum = { passed: 1, failed: 0, skipped: 0 }
const none: Sum = { passed: 0, failed: 1, skipped: 0 }
const at = (name: string) => join(root, '.cache', name)

/** The numbers in a runner's report; a runner that broke down before it counted has failed once. */
const sumOf = async (file: string, work: Promise<void>, read: (report: never) => Sum) => {
  rmSync(file, { force: true })
  const broke = await work.then(
    () => false,
    () => true,
  )
  if (!existsSync(file)) return none
  const sum = read(JSON.parse(readFileSync(file, 'utf8')) as never)
  return broke && sum.failed === 0 ? { ...sum, failed: 1 } : sum
}

type Vitest = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}
const units = () => {
  const file = at('vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return sumOf(file, node('vitest/vitest.mjs', ['run', ...reporters]), (report: Vitest) => ({
    passed: report.numPassedTests,
    // A file that could not be read has no tests to count, and is a failure all the same.
    failed:
      report.numFailedTests +
      report.testResults.filter((it) => it.status === 'failed' && it.assertionResults.length === 0)
        .length,
    skipped: report.numPendingTests,
  }))
}

type Playwright = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}
const playwright = async (...projects: readonly string[]) => {
  const env = { CHROMIUM_PATH: await browser() }
  const file = at('playwright.json')
  const only = projects.map((name) => `--project=${name}`)
  const args = ['test', '-c', 'e2e/playwright.config.ts', ...only]
  return sumOf(file, node('@playwright/test/cli.js', args, { env }), (report: Playwright) => {
    const { expected, unexpected, flaky, skipped } = report.stats
    // Playwright has printed which.
    if (flaky > 0) console.log(`${flaky} passed only at the second try.`)
    return { passed: expected + flaky, failed: unexpected, skipped }
  })
}

const browsers = async () => {
  await node('lib/desk/engines.ts', [], { env: { ISLANDS: 'react' } })
  return playwright('preact', 'react')
}

const single = (name: string, work: () => Promise<unknown>): Step => ({
  name,
  work: () => work().then(() => one),
})

const steps: readonly Step[] = [
  single('style', () => node('@biomejs/biome/bin/biome', ['check', '.'])),
  single('content and types', () => node('lib/desk/check.ts')),
  { name: 'units and house rules', work: units },
  single('build', () => local('http://localhost:3000')),
  { name: 'browser', work: browsers },
  { name: 'fresh clones', work: () => playwright('clones') },
]

main(async () => {
  refuseWords(words(), help)
  mkdirSync(at(''), { recursive: true })
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const { name, work } of steps) {
    const began = Date.now()
    console.log(`\n— ${name}`)
    const sum = await work().catch((fault: Error) => {
      console.error(`${name}: ${fault.message}`)
      return none
    })
    for (const kind of ['passed', 'failed', 'skipped'] as const) total[kind] += sum[kind]
    const seconds = Math.round((Date.now() - began) / 1000)
    console.log(`— ${name}: ${sum.passed} passed, ${sum.failed} failed, ${seconds} s`)
  }
  const { passed, failed, skipped } = total
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exitCode = failed > 0 ? 1 : 0
}, help)
