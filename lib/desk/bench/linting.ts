// The linter alone, over a site of the bench: its posts new, and unchanged since.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkAll } from '@/lib/posts/check/all'
import { root } from '../run'
import { type Measured, measure } from './measure'

/** Files are young for two seconds; what is that young is read again. */
const settle = () => new Promise((done) => setTimeout(done, 2500))

/** Seconds for front matter, bodies, links, words, figures and claims, and for seeing no change. */
export async function timeLinter(cwd: string, env: { readonly [name: string]: string }) {
  await settle()
  const lint = () => measure(['--import', 'tsx', 'lib/desk/bench/linting.ts'], { cwd, env })
  for (const name of ['lint.json', 'checks.json'])
    rmSync(join(cwd, '.cache', name), { force: true })
  const fresh = await lint()
  const check = (): Promise<Measured> =>
    measure(['--import', 'tsx', 'lib/desk/check.ts', '--quiet'], { cwd, env })
  await check()
  return { fresh, unchanged: await check() }
}

if (process.argv[1]?.endsWith('linting.ts')) {
  const { faults } = await checkAll(root)
  if (faults.length > 0) throw new Error(`${faults[0]?.file}: ${faults[0]?.says}`)
}
