// `npm run protocols`: what a protocol takes, promises and tells: for whoever writes a scenario.

import { among } from '@/lib/posts/edit/slugs'
import { protocolWords } from '@/lib/posts/protocol-words'
import { fetchProtocol, protocols } from '@/lib/protocols'
import type { AnyProtocol } from '@/lib/sim/protocol'
import { main, root } from './run'

const help = `npm run protocols
npm run protocols -- <name>

Lists all protocols; or the options, roles, commands, facts, promises, endings and rules of one,
as they are now. In development the same is at /protocols.`

const fetched = async (name: string) => (await fetchProtocol(name)) as AnyProtocol

const list = async () => {
  for (const name of Object.keys(protocols))
    console.log(`${name.padEnd(18)}${(await fetched(name)).says}`)
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
    const [name] = process.argv.slice(2)
    if (name) await show(name)
    else await list()
  }, help)
