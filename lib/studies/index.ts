// The list of studies: a name, and how to fetch it when it is wanted.

import type { AnyStudy, StudyOf } from './study'

export const studies = {
  'fan-out': () => import('./fan-out').then((m) => m.fanOut),
  heart: () => import('./heart').then((m) => m.heart),
  history: () => import('./history').then((m) => m.history),
  'latency-or-consistency': () =>
    import('./latency-or-consistency').then((m) => m.latencyOrConsistency),
  'new-member': () => import('./new-member').then((m) => m.newMember),
  'speed-of-light': () => import('./speed-of-light').then((m) => m.speedOfLight),
  'write-skew': () => import('./write-skew').then((m) => m.writeSkew),
}

export type StudyName = keyof typeof studies
type Fetched<N extends StudyName> = Awaited<ReturnType<(typeof studies)[N]>>
/** What a data file says of a study: `satisfies Study`. */
export type Study = { [N in StudyName]: StudyOf<Fetched<N>, N> }[StudyName]

/** Fetches a study by a name that may come from outside; undefined where there is none. */
export const fetchStudy = async (name: string): Promise<AnyStudy | undefined> =>
  Object.hasOwn(studies, name) ? await studies[name as StudyName]() : undefined
