// A study checked: its facts, and what of its dials makes a claim about it false.

import { defaults, type Facts, type Json, type Options } from '@/lib/sim/protocol'
import { fetchStudy } from '@/lib/studies'
import type { AnyStudied, AnyStudy } from '@/lib/studies/study'
import { differences, holds, type That } from './expected'
import { factsText } from './story'

type Given = { readonly [name: string]: Json }

/** The study that valid data names. */
export const studyOf = async ({ study }: AnyStudied): Promise<AnyStudy> =>
  (await fetchStudy(study))!

/** The options of a study as data have them, with the defaults for the others. */
const optionsOf = ({ options }: AnyStudy, given: Given = {}) => ({
  ...(defaults(options as Options) as Given),
  ...given,
})

const factsOf = (study: AnyStudy, given: Given): Facts =>
  study.facts(study.compute(optionsOf(study, given)))

/** What is approved of a study: its sentence, its facts, and what it finds, a line each. */
export function storyOfStudy(study: AnyStudy, given: Given): { readonly text: string } {
  const data = study.compute(optionsOf(study, given))
  const found = (data.findings ?? []) as { name: string; holds: string; says: string }[]
  const lines = found.map(({ name, holds: yes, says }) => `${name}: ${yes}, ${says}\n`)
  return { text: `${data.says}\n${factsText(study.facts(data))}${lines.join('')}` }
}

/** Other values that an option could have: the ends of a dial, other choices, one item less. */
function othersOf(options: Options, given: Given): [says: string, given: Given][] {
  return Object.entries(options).flatMap(([name, option]): [string, Given][] => {
    const now = given[name] ?? (option.default as Json)
    const other = (value: Json): [string, Given] => [
      `with ${name} ${JSON.stringify(value)}`,
      { ...given, [name]: value },
    ]
    if (option.is === 'switch') return [other(!now)]
    if (option.is === 'number')
      return [option.from, option.to].filter((it) => it !== now).map(other)
    if (option.is === 'choice') return option.of.filter((it) => it !== now).map(other)
    if (option.is !== 'data' || !Array.isArray(now)) return []
    return now.map((_, i) => [
      `without ${name} ${i + 1}`,
      { ...given, [name]: now.toSpliced(i, 1) },
    ])
  })
}

/** Everything tried that makes a true claim false, in words. */
export const falsifyStudy = (study: AnyStudy, studied: AnyStudied, given: Given, that: That) => [
  ...othersOf(study.options as Options, given).flatMap(([says, other]) =>
    holds(that, factsOf(study, other)) ? [] : [says],
  ),
  ...(studied.levers ?? []).flatMap(({ label, options }) =>
    holds(that, factsOf(study, { ...given, ...options })) ? [] : [`after “${label}”`],
  ),
]

export type StudyVerdict = { readonly facts: Facts; readonly wrong?: string }

/** Whether what is said holds of a study with these options. */
export function holdStudy(study: AnyStudy, given: Given, that: That): StudyVerdict {
  const facts = factsOf(study, given)
  return holds(that, facts) ? { facts } : { facts, wrong: differences(that, facts) }
}
