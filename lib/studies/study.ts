// A study: a pure function of its dials, without time, and how its answer is drawn and spoken of.

import type { Facts, Json, Options, Values } from '@/lib/sim/protocol'
import type { Drawn, DrawnName } from './drawn'

export type Study<
  O extends Options = Options,
  P extends DrawnName = DrawnName,
  D extends Drawn[P] = Drawn[P],
> = {
  readonly name: string
  /** One sentence for people: what it is and from where. */
  readonly says: string
  readonly options: O
  /** The same data for the same options, in every engine. Does not throw for valid options. */
  readonly compute: (options: Values<O>) => D
  /** JSON values with names: claims and levers speak of these. */
  readonly facts: (data: D) => Facts
  /** The picture that draws its data. */
  readonly picture: P
}

/** Any study at all: its own data is nobody else's business. */
// biome-ignore lint/suspicious/noExplicitAny: compute is contravariant in its options
export type AnyStudy = Study<any, DrawnName, any>

/** What a data file says of a study; its options are type-checked by name. */
export type StudyOf<S, Name extends string> = S extends {
  readonly options: infer O extends Options
}
  ? {
      readonly study: Name
      readonly options?: Partial<Values<O>>
      readonly title?: string
      readonly levers?: readonly {
        readonly label: string
        readonly options: Partial<Values<O>>
      }[]
    }
  : never

/** The same of any study, for whoever need not know which. */
export type AnyStudied = {
  readonly study: string
  readonly options?: { readonly [name: string]: Json }
  readonly title?: string
  readonly levers?: readonly {
    readonly label: string
    readonly options: { readonly [name: string]: Json }
  }[]
}

/** "electedAfter" → "elected after". */
export const spelled = (name: string) =>
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim()

/** A share as people read it: "63.4 %"; what is rare is not rounded to never or always. */
export const percentWords = (share: number, places = 1) => {
  const scale = [1, 10, 100, 1000][places]!
  const round = Math.floor(share * 100 * scale + 0.5) / scale
  if (round === 0 && share > 0) return `under ${1 / scale} %`
  return round === 100 && share < 1 ? `over ${100 - 1 / scale} %` : `${round} %`
}

/** Rounded to so many places after the point. */
export const rounded = (value: number, places = 3) => Number(value.toFixed(places))
