// `npm run fuzz -- raft --seeds 100000`: random scenarios on all cores; a failure is made small.

import { availableParallelism } from 'node:os'
import { site } from '@/content/site'
import { encode } from '@/lib/link'
import { onThreads } from '@/lib/posts/crew'
import { shoot } from '@/lib/sim/film'
import { fingerprint } from '@/lib/sim/fingerprint'
import { type Found, failure } from '@/lib/sim/fuzz'
import { buildLimits } from '@/lib/sim/limits'
import { shrink } from '@/lib/sim/shrink'
import { transcriptText } from '@/lib/sim/transcript'
import { fuzzedProtocol, type Hunt, type Subject } from './fuzz-subject'
import { flag, main, Refusal, refuseWords, whole, words } from './run'

const help = `npm run fuzz -- <protocol> [--seeds 10000] [--mutant name]

Random scenarios on all cores, promises held after every event. What fails is made small, and
printed with its transcript and a link that plays it. The site plays no mutants: of one, the link
shows what the protocol as it is makes of the same schedule.

  --seeds   how many schedules
  --mutant  hunts a copy of the protocol that breaks one rule`

const seedsAtOnce = 100
/** The end of a transcript is where it broke. */
const lastLines = 40

/** The lowest seed that fails, whichever core came upon one first; undefined if all hold. */
export async function search(hunt: Hunt, seeds: number, cores = availableParallelism()) {
  let best: Found | undefined
  function* ranges() {
    for (let from = 0; from < Math.min(seeds, best?.seed ?? seeds); from += seedsAtOnce)
      yield [from, Math.min(seeds, from + seedsAtOnce)] as const
  }
  const heard = (found: Found | null) => {
    if (found && found.seed < (best?.seed ?? seeds)) best = found
  }
  const module = new URL('./fuzz-worker.ts', import.meta.url)
  await onThreads(module, ranges(), { cores, data: hunt, heard })
  return best
}

/** A failure as small as it gets, in words: the scenario, what happened, and where to see it. */
export function report({ protocol, weather, sound }: Subject, found: Found): string {
  const { broke } = found.failure
  const still = (scenario: Found['scenario']) => failure(protocol, scenario, weather.calm)
  const small = shrink(found.scenario, (it) => still(it)?.broke === broke)
  const { says, at } = still(small) ?? found.failure
  const film = shoot(protocol, small, buildLimits)
  const lines = transcriptText(film).trimEnd().split('\n')
  const left = lines.length - lastLines
  return [
    `seed ${found.seed}: ${broke}: ${says} (at ${at} ms)`,
    '',
    JSON.stringify(small, undefined, 2),
    '',
    ...(left > 0 ? [`… ${left} lines before`] : []),
    ...lines.slice(-lastLines),
    '',
    ...(sound ? [`The same schedule with ${sound.name} as it is:`] : []),
    linkTo(sound ? shoot(sound, small, buildLimits) : film, Math.min(at, small.until)),
  ].join('\n')
}

const linkTo = (film: ReturnType<typeof shoot>, at: number) => {
  const { scenario, protocol } = film
  try {
    const text = encode({ scenario, at, fingerprint: fingerprint(film) }, protocol)
    return `${process.env.SITE ?? site.address + site.basePath}/stage?s=${text}`
  } catch (fault) {
    return (fault as Error).message
  }
}

if (process.argv[1]?.endsWith('fuzz.ts'))
  main(async () => {
    const [name, ...more] = words('seeds', 'mutant')
    if (!name) throw new Refusal(help)
    refuseWords(more, help)
    const mutant = flag('mutant')
    const hunt: Hunt = { name, ...(mutant !== undefined && { mutant }) }
    const subject = await fuzzedProtocol(hunt)
    const seeds = whole('seeds', 10_000, 1)
    const began = Date.now()
    const found = await search(hunt, seeds)
    if (found) console.log(report(subject, found))
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    const what = mutant ? `${name} (${mutant})` : name
    const sum = found ? `1 of at most ${seeds} schedules fails` : `${seeds} schedules, all hold`
    console.log(`${found ? '\n' : ''}${what}: ${sum}, ${seconds} s`)
    process.exitCode = found ? 1 : 0
  }, help)
