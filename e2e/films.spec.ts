// The same scenario gives the same film in Node and in a browser, bit for bit.

import { readdirSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { build } from 'esbuild'
import { fetchProtocol, protocols } from '@/lib/protocols'
import { shoot } from '@/lib/sim/film'
import { fingerprint } from '@/lib/sim/fingerprint'
import { buildLimits } from '@/lib/sim/limits'
import type { AnyScenario } from '@/lib/sim/scenario'
import { fair, fuzzed } from '@/lib/sim/weather'

/** What the page is given: everything it needs to shoot films by itself. */
const script = `
  import { fetchProtocol } from '@/lib/protocols'
  import { shoot } from '@/lib/sim/film'
import { fingerprint } from '@/lib/sim/fingerprint'
  import { buildLimits } from '@/lib/sim/limits'
  globalThis.fingerprintsOf = async (scenarios) => {
    const all = []
    for (const scenario of scenarios) {
      const protocol = await fetchProtocol(scenario.protocol)
      all.push(fingerprint(shoot(protocol, scenario, buildLimits)))
    }
    return all
  }`

/** Every scenario of the content folder, those of figures and of surveys. */
async function published(): Promise<AnyScenario[]> {
  const found: AnyScenario[] = []
  for (const slug of readdirSync('content', { withFileTypes: true }))
    for (const file of slug.isDirectory() ? readdirSync(`content/${slug.name}`) : [])
      if (file.endsWith('.ts')) {
        const { default: data } = await import(`../content/${slug.name}/${file}`)
        if ('protocol' in data) found.push(data)
        else if ('seeds' in data) found.push(data.of)
      }
  return found
}

/** Scenarios in random weather, of all protocols in turn. */
async function random(count: number): Promise<AnyScenario[]> {
  const names = Object.keys(protocols)
  const made: AnyScenario[] = []
  for (let seed = 0; seed < count; seed++) {
    const name = names[seed % names.length]!
    const scenario = fuzzed((await fetchProtocol(name))!, fair, seed)
    made.push({ ...scenario, protocol: name })
  }
  return made
}

test('all scenarios of the content, and 200 in random weather', async ({ page }) => {
  const scenarios = [...(await published()), ...(await random(200))]
  expect(scenarios.length).toBeGreaterThan(205)
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'silent',
  })
  await page.addScriptTag({ content: outputFiles[0]!.text })
  const there = await page.evaluate(
    (all) =>
      (globalThis as unknown as { fingerprintsOf(it: unknown): Promise<string[]> }).fingerprintsOf(
        all,
      ),
    scenarios as unknown[],
  )
  const here: string[] = []
  for (const scenario of scenarios)
    here.push(fingerprint(shoot((await fetchProtocol(scenario.protocol))!, scenario, buildLimits)))
  expect(there).toEqual(here)
  expect(new Set(here).size).toBeGreaterThan(200)
})
