// `npm run protocols`: what a protocol takes, promises and tells: for whoever writes a scenario.

import { among } from '@/lib/posts/edit/slugs'
import { protocolWords } from '@/lib/posts/protocol-words'
import { fetchProtocol, protocols } from '@/lib/protocols'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { flag, main, refuseWords, root, words } from './run'
import { heldOf, metOf, tiers } from './tiers'

const help = `npm run protocols [-- --fuzz]
npm run protocols -- <name>

Lists all protocols in three tiers, with what holds each: how many tests, promises, endings and
schedules it has, what those must at least have met for the test to pass, and with which seed each
of its mutants is caught, hunted anew. --fuzz also runs all schedules (some minutes), and tells what
they met.

Of one: its options, roles, commands, facts, promises, endings and rules, as they are now. In
development the same is at /protocols.`

const fetched = async (name: string) => (await fetchProtocol(name)) as AnyProtocol

const columns = ['', 'rules', 'promises', 'endings', 'schedules', 'mutants', 'published'] as const
const row = (cells: readonly (string | number)[]) =>
  cells.map((cell, i) => (i ? `${cell}`.padStart(10) : `${cell}`.padEnd(18))).join('')

const counts = (all: { readonly [what: string]: number }) =>
  Object.entries(all)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ')

/** One protocol of a tier: what it is, what holds it, and how its mutants came to grief. */
const line = async (name: string) => {
  const held = await heldOf(name)
  const { rules, promises, endings, schedules, mutants, numbers } = held
  const caught = mutants.filter(({ seed }) => seed !== undefined).length
  const tally = mutants.length ? `${caught}/${mutants.length}` : '–'
  console.log(row([name, rules, promises, endings, schedules || '–', tally, numbers || '–']))
  const seeds = mutants.map((it) => `${it.name} (${it.seed ?? 'NOT CAUGHT'})`)
  if (seeds.length) console.log(`  caught by seed: ${seeds.join(', ')}`)
  const { disk } = held
  if (disk !== undefined) console.log(`  disks: ${disk ? `kept, for ${disk}` : 'some are lost'}`)
  const met = flag('fuzz') === undefined ? undefined : await metOf(name)
  if (met) console.log(`  met: ${counts(met)}`)
  else if (schedules) console.log(`  met, at least: ${counts(held.least)}`)
}

const list = async () => {
  for (const [tier, { says, names }] of Object.entries(tiers)) {
    console.log(`${tier}: ${says}\n${row(columns)}`)
    for (const name of names) await line(name)
    console.log()
  }
}

const show = async (name: string) => {
  among('protocol', name, Object.keys(protocols))
  const { says, sections } = protocolWords(await fetched(name))
  console.log(`${name}: ${says}`)
  for (const { title, items } of sections) {
    console.log(`\n${title}`)
    const width = Math.max(...items.map((it) => (it.says ? it.name.length : 0)))
    for (const it of items) console.log(`  ${it.name.padEnd(width)}  ${it.says}`.trimEnd())
  }
}

if (process.argv[1]?.endsWith('protocols.ts'))
  main(async () => {
    process.chdir(root)
    const [name, ...more] = words()
    refuseWords(more, help)
    if (name) await show(name)
    else await list()
  }, help)
