// What a picture without time can draw: plain data that studies and surveys make.

import type { Millis } from '@/lib/sim/protocol'

/** One line under a picture: a name, whether it holds, and why. */
export type Finding = {
  readonly name: string
  readonly holds: 'yes' | 'no' | 'undecided'
  readonly says: string
}

/** `says` is one sentence with a full stop: what this figure shows, as its dials stand. */
type Common = { readonly says: string; readonly findings?: readonly Finding[] }

export type Place = readonly [x: number, y: number]
/** A number of `hues`: 1 to 4, or 0 for ink. */
export type Hue = 0 | 1 | 2 | 3 | 4

export type Axis = {
  /** What is counted: "servers that one page asks". */
  readonly says: string
  readonly from: number
  readonly to: number
  /** Equal steps are equal ratios. */
  readonly log?: boolean
  /** Numbers stand at these values, and at no others. */
  readonly marks?: readonly number[]
  /** A share from 0 to 1, written as per cent; or yes and no. */
  readonly as?: 'percent' | 'yes'
}

/** A run of a survey; a dot that stands for one opens it. */
export type Seeds = readonly number[]

export type Layer = { readonly says: string; readonly hue: Hue } & (
  | {
      readonly is: 'line'
      readonly points: readonly Place[]
      readonly dashed?: boolean
    }
  | {
      readonly is: 'dots'
      readonly points: readonly Place[]
      readonly names?: readonly string[]
      /** From where to where each dot's runs reach: a whisker. */
      readonly reach?: readonly Place[]
      readonly seeds?: Seeds
    }
  /** Between two curves: [x, least, most]. */
  | { readonly is: 'band'; readonly points: readonly (readonly [number, number, number])[] }
  /** One dot for each run, heaped up by its value. */
  | {
      readonly is: 'heap'
      readonly bins: readonly {
        readonly from: number
        readonly to: number
        readonly seeds: Seeds
      }[]
    }
  /** A line right across at one x or one y, with its words. */
  | { readonly is: 'rule'; readonly x?: number; readonly y?: number }
  /** A stretch of x that is hatched: what cannot be had there. */
  | { readonly is: 'zone'; readonly from: number; readonly to: number }
)

export type Chart = Common & {
  readonly across: Axis
  readonly up: Axis
  /** In the order in which they are drawn. */
  readonly layers: readonly Layer[]
}

/** Rows that lie: each a name, a note, and how far its parts reach, the longest first. */
export type Bars = Common & {
  readonly across: Axis
  readonly parts: readonly { readonly says: string; readonly hue: Hue }[]
  readonly rows: readonly {
    readonly name: string
    readonly note: string
    readonly values: readonly number[]
  }[]
}

/** Places on a circle from 0 to 1, clockwise from the top. */
export type Ring = Common & {
  readonly owners: readonly string[]
  /** Whose places are drawn as new. */
  readonly joined: string
  /** Where owners stand; none where the way of hashing has no places. */
  readonly points: readonly { readonly at: number; readonly owner: string }[]
  readonly keys: readonly {
    readonly name: string
    readonly at: number
    readonly before: string
    readonly owner: string
  }[]
}

/** One bar of a history: what a client did, from when to when. */
export type Bar = {
  readonly client: string
  readonly from: Millis
  readonly to: Millis | null
  readonly says: string
  readonly outcome: 'ok' | 'fail' | 'unknown'
  /** It shows what is wrong. */
  readonly marked?: boolean
}
/** What a client is from a moment on. */
export type Turned = {
  readonly client: string
  readonly from: Millis
  readonly says: string
  /** What is wrong with that, where something is. */
  readonly wrong?: string
}
export type History = Common & {
  readonly clients: readonly string[]
  readonly until: Millis
  readonly bars: readonly Bar[]
  /** Stretches around several bars of one client: transactions. */
  readonly groups: readonly Bar[]
  readonly turned?: readonly Turned[]
  /** Bars may be moved by the reader: the option that holds them. */
  readonly edits?: string
}

/** Closed outlines in a plane with y upwards, and what they are made of. */
export type Outline = Common & {
  /** The equation as text, a line each. */
  readonly equation: readonly string[]
  readonly paths: readonly (readonly Place[])[]
  /** The same said in other ways, to be held against it. */
  readonly others: readonly { readonly says: string; readonly path: readonly Place[] }[]
  /** Handles of Bézier segments: [point, control]. */
  readonly handles: readonly (readonly [Place, Place])[]
  /** Points that were computed, where they are few enough to be seen. */
  readonly knots: readonly Place[]
}

/** What each picture draws, by its name. */
export type Drawn = {
  readonly chart: Chart
  readonly bars: Bars
  readonly ring: Ring
  readonly history: History
  readonly heart: Outline
}
export type DrawnName = keyof Drawn
