// `npm run seek -- content/x/figure.ts`: the seeds with which a scenario's `because` holds.

import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { holds, type That } from '@/lib/posts/check/expected'
import { factsAtMoment } from '@/lib/posts/check/moments'
import { isScenario } from '@/lib/posts/data'
import { describeFault } from '@/lib/posts/fault'
import { protocolOf, readFigure } from '@/lib/posts/figures'
import { replaceAt } from '@/lib/posts/literal'
import { readSource } from '@/lib/posts/source'
import { writeWhole } from '@/lib/posts/store'
import { flag, main, Refusal, refuseWords, root, whole, words } from './run'

const help = `npm run seek -- content/<slug>/<figure>.ts [--write] [--from 0] [--tries 100000]
  [--count 10]

Tries one seed after another until the scenario's because holds, and prints the first ones.

  --write  puts the first into the file, and changes nothing else
  --from   the first seed to try
  --tries  how many seeds to try
  --count  how many to print`

const say = (text: string): never => {
  throw new Refusal(text)
}

const scenarioIn = async (file: string) => {
  if (!existsSync(join(root, file))) return say(`there is no ${file}`)
  const source = readSource(root, file)
  const read = await readFigure(source)
  if ('fault' in read) return say(describeFault(read.fault))
  if (!isScenario(read.value)) return say(`${file} is no scenario: it has no seed to seek`)
  if (!read.value.because) return say(`${file} has no because: { at, that } to seek for`)
  const { that, at = read.value.poster } = read.value.because
  return { scenario: read.value, at, that: that as That }
}

main(async () => {
  const [given, ...more] = words('from', 'tries', 'count')
  if (!given) throw new Refusal(help)
  refuseWords(more, help)
  if (!given.endsWith('.ts')) say(`${given} is no data file: content/<slug>/<figure>.ts`)
  const file = relative(root, resolve(given)).replaceAll('\\', '/')
  const { scenario, at, that } = await scenarioIn(file)
  const protocol = await protocolOf(scenario)
  const from = whole('from', 0)
  const [tries, count] = [whole('tries', 100_000, 1), whole('count', 10, 1)]
  const facts = factsAtMoment(protocol, scenario, at)
  const strange = Object.keys(that).find((fact) => !Object.hasOwn(facts, fact))
  if (strange) say(`there is no fact ${strange}; facts: ${Object.keys(facts).join(', ')}`)
  const found: number[] = []
  for (let seed = from; seed < from + tries && found.length < count; seed++)
    if (holds(that, factsAtMoment(protocol, { ...scenario, seed }, at))) {
      found.push(seed)
      console.log(`seed ${seed}`)
    }
  const tried = found.length === count ? found.at(-1)! + 1 - from : tries
  console.log(`${found.length} of ${tried} seeds`)
  const [first] = found
  if (first === undefined) say(`because does not hold with any of them: ${JSON.stringify(that)}`)
  if (flag('write') === undefined) return
  const text = replaceAt(readFileSync(join(root, file), 'utf8'), ['seed'], String(first))
  if (text === undefined)
    return say(`${file}: its seed is not written out, so it cannot be replaced`)
  writeWhole(join(root, file), text, { flush: true })
  console.log(`${file} now has seed ${first}`)
}, help)
