// What axe finds wrong with a page, for whoever cannot see it, hear it or point at it.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { id: string; nodes: { target: string[]; failureSummary: string }[] }

/** What axe finds, a line for each element; contrast is held to 7:1, or as `usual` to 4.5:1. */
export const faultsOn = async (page: Page, usual = false) => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const violations = await page.evaluate(async (enabled) => {
    const run = (window as never as { axe: { run: (...given: unknown[]) => Promise<unknown> } }).axe
    const found = (await run.run(document, {
      rules: { 'color-contrast-enhanced': { enabled } },
      resultTypes: ['violations'],
    })) as { violations: Violation[] }
    return found.violations
  }, !usual)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  )
}
