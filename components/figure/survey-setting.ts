// What a reader may turn in a survey: the options of its runs, and where it says so their nodes.

import type { AnyProtocol, Options } from '@/lib/sim/protocol'
import type { AnyScenario, Lever } from '@/lib/sim/scenario'
import { sizeName, turned } from '@/lib/sim/survey'
import type { AnySurvey } from '@/lib/studies/subject'

const sized = (lever: Lever): Lever =>
  lever.nodes ? { ...lever, options: { ...lever.options, [sizeName]: lever.nodes } } : lever

/** The scenario of the runs as its dials have it: how many nodes there are is one of them. */
export function settingOf(of: AnyScenario, { sizes }: AnySurvey): AnyScenario {
  if (!sizes) return of
  const options = { ...of.options, [sizeName]: of.nodes as number }
  return { ...of, options, ...(of.levers && { levers: of.levers.map(sized) }) }
}

/** The scenario that is run, from what its dials say. */
export function runOf(setting: AnyScenario, { sizes }: AnySurvey): AnyScenario {
  const { [sizeName]: nodes, ...options } = setting.options ?? {}
  return sizes && nodes !== undefined ? turned({ ...setting, options }, sizeName, nodes) : setting
}

/** The dials there may be: how many nodes stands first. */
export function turnable(
  { of, sizes }: AnySurvey,
  { options, roles }: Pick<AnyProtocol, 'options' | 'roles'>,
): Options {
  if (!sizes) return options
  const says = `n: ${roles?.[0] ?? 'node'}s`
  const nodes = { is: 'number', ...sizes, default: of.nodes as number, says } as const
  return { [sizeName]: nodes, ...options }
}
