// What is wrong with what a survey says beside its scenario, and in which field.

import { buildLimits } from '@/lib/sim/limits'
import type { Option, Options } from '@/lib/sim/protocol'
import { sizeName, theoriesOf } from '@/lib/sim/survey'
import { type ScenarioFault, valueFault } from '@/lib/sim/valid'
import type { AnySurvey } from './data'

const noOption = (path: ScenarioFault['path'], name: string, known: readonly string[]) => ({
  path,
  says: `there is no option ${name}`,
  stranger: { name, known },
})

const sizesOption: Option = {
  is: 'number',
  from: 1,
  to: buildLimits.nodes,
  default: 1,
  says: 'nodes',
}

/** Moments go up, within the run. */
const groupsWrong = ({ of, over, along }: AnySurvey): ScenarioFault | undefined => {
  if (over && along) return { path: ['along'], says: 'over an option or along time, not both' }
  const up = along?.every((at, i) => at >= 0 && at <= of.until && (i === 0 || at > along[i - 1]!))
  if (along && !(along.length > 1 && up))
    return { path: ['along'], says: `expected moments that go up, from 0 to ${of.until} ms` }
  if (over && !(Array.isArray(over.values) && over.values.length > 1))
    return { path: ['over', 'values'], says: 'expected at least two values' }
  return undefined
}

/** A curve has a value for each group, and speaks of options that there are. */
const theoryWrong = (
  { over, along, theory }: AnySurvey,
  known: Options,
): ScenarioFault | undefined => {
  const count = (over?.values ?? along)?.length ?? 1
  for (const [i, one] of theoriesOf(theory).entries()) {
    const path = Array.isArray(theory) ? ['theory', i] : ['theory']
    if (one.values.length !== count)
      return { path: [...path, 'values'], says: `expected ${count} values, one for each` }
    const names = [...Object.keys(known), sizeName]
    const odd = Object.keys(one.where ?? {}).find((name) => !names.includes(name))
    if (odd) return noOption([...path, 'where', odd], odd, names)
  }
  return undefined
}

/** The option that a survey goes over, or how many nodes there are. */
const overWrong = ({ of, over }: AnySurvey, known: Options): ScenarioFault | undefined => {
  if (!over) return undefined
  const { option, values } = over
  if (option === sizeName && typeof of.nodes !== 'number')
    return { path: ['over', 'option'], says: 'only what has all its nodes alike can have more' }
  const turnable: Option | undefined = option === sizeName ? sizesOption : known[option]
  if (!turnable) return noOption(['over', 'option'], option, [...Object.keys(known), sizeName])
  const bad = values.findIndex((it) => valueFault(turnable, it))
  const path = ['over', 'values', bad]
  return bad < 0
    ? undefined
    : { path, says: `${valueFault(turnable, values[bad])}, got ${values[bad]}` }
}

/** What a reader may ask for is what a build could make. */
const sizesWrong = ({ of, sizes }: AnySurvey): ScenarioFault | undefined => {
  if (!sizes) return undefined
  const { from, to, step } = sizes
  const ok = from >= 1 && from < to && to <= buildLimits.nodes && step >= 1
  return ok && typeof of.nodes === 'number'
    ? undefined
    : { path: ['sizes'], says: `expected from, to and step, within 1 to ${buildLimits.nodes}` }
}

/** A lever may ask for as many nodes as a reader may. */
function leversWrong({ of, sizes }: AnySurvey): ScenarioFault | undefined {
  const asked = (of.levers ?? []).map(({ nodes }) => nodes)
  const { from = 0, to = 0 } = sizes ?? {}
  const odd = asked.findIndex((nodes) => nodes !== undefined && !(nodes >= from && nodes <= to))
  const path = ['of', 'levers', odd, 'nodes']
  return odd < 0 ? undefined : { path, says: `expected a number within sizes, got ${asked[odd]}` }
}

/** The first thing wrong with a survey of a valid scenario; `known` are its protocol's options. */
export function surveyFault(survey: AnySurvey, known: Options): ScenarioFault | undefined {
  const { seeds, fact } = survey
  if (!Number.isInteger(seeds) || seeds < 1 || seeds > 100_000)
    return { path: ['seeds'], says: `expected 1 to 100000 seeds, got ${JSON.stringify(seeds)}` }
  if (typeof fact !== 'string') return { path: ['fact'], says: 'expected the name of a fact' }
  return (
    groupsWrong(survey) ??
    overWrong(survey, known) ??
    theoryWrong(survey, known) ??
    sizesWrong(survey) ??
    leversWrong(survey)
  )
}
