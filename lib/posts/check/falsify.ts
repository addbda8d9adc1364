// What makes a claim false? A claim that nothing makes false says nothing.

import { mutants } from '@/lib/protocols/mutants'
import { Stop } from '@/lib/sim/limits'
import type { AnyProtocol, Options } from '@/lib/sim/protocol'
import { type AnyScenario, isFault } from '@/lib/sim/scenario'
import { holdClaim, runOf, type Said } from './claim'
import { holds } from './expected'
import { moments } from './moments'

const seeds = 20

const fails = (protocol: AnyProtocol, scenario: AnyScenario, said: Said): boolean => {
  try {
    return !holdClaim(protocol, scenario, said).holds
  } catch (thrown) {
    // A mutant, or a story without its faults, may run into a limit: that shows nothing.
    if (thrown instanceof Stop) return false
    throw thrown
  }
}

/** Moments of the same run at which it would be false. */
const elsewhere = (protocol: AnyProtocol, scenario: AnyScenario, { that, never }: Said) => {
  let [all, wrong] = [0, 0]
  for (const { facts } of moments(protocol, scenario)) {
    all++
    if (holds(that, facts) === Boolean(never)) wrong++
  }
  return wrong > 0 ? [`at ${wrong} of ${all} moments`] : []
}

const otherSeeds = (protocol: AnyProtocol, scenario: AnyScenario, said: Said) => {
  let wrong = 0
  for (let i = 1; i <= seeds; i++) {
    const seed = (scenario.seed + i) % 4294967296
    if (fails(protocol, { ...scenario, seed }, said)) wrong++
  }
  return wrong > 0 ? [`with ${wrong} of ${seeds} other seeds`] : []
}

const withoutFaults = (protocol: AnyProtocol, scenario: AnyScenario, said: Said) => {
  const script = (scenario.script ?? []).filter((line) => !isFault(line))
  const same = script.length === (scenario.script ?? []).length
  return !same && fails(protocol, { ...scenario, script }, said) ? ['without its faults'] : []
}

const switches = (protocol: AnyProtocol, scenario: AnyScenario, said: Said) =>
  Object.entries(protocol.options as Options).flatMap(([name, option]) => {
    if (option.is !== 'switch') return []
    const now = (scenario.options?.[name] ?? option.default) as boolean
    const options = { ...scenario.options, [name]: !now }
    return fails(protocol, { ...scenario, options }, said)
      ? [`with ${name} ${now ? 'off' : 'on'}`]
      : []
  })

/** Every lever of the figure, unless the claim is about the run with it. */
const levers = (protocol: AnyProtocol, scenario: AnyScenario, said: Said) =>
  (scenario.levers ?? []).flatMap(({ label }) => {
    const used = runOf(scenario, { ...said, lever: label, against: undefined })
    return label !== said.lever && used && fails(protocol, used, said) ? [`after “${label}”`] : []
  })

const mutated = async ({ name }: AnyProtocol, scenario: AnyScenario, said: Said) => {
  const fetch = (mutants as { [name: string]: (() => Promise<object>) | undefined })[name]
  const all = Object.entries((await fetch?.()) ?? {}) as [string, AnyProtocol][]
  return all.flatMap(([mutant, protocol]) =>
    showsFalse(protocol, scenario, said) ? [`if it ${mutant.replaceAll('-', ' ')}`] : [],
  )
}

/** A mutant may break even what its own facts rely on; then it shows nothing of the claim. */
const showsFalse = (mutant: AnyProtocol, scenario: AnyScenario, said: Said): boolean => {
  try {
    return fails(mutant, scenario, said)
  } catch {
    return false
  }
}

/** All that was tried and makes a true claim false, in words; empty where nothing does. */
export const falsify = async (
  protocol: AnyProtocol,
  scenario: AnyScenario,
  said: Said,
): Promise<string[]> => [
  ...elsewhere(protocol, scenario, said),
  ...otherSeeds(protocol, scenario, said),
  ...withoutFaults(protocol, scenario, said),
  ...switches(protocol, scenario, said),
  ...levers(protocol, scenario, said),
  ...(await mutated(protocol, scenario, said)),
]
