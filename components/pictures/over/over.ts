// What may lie over a picture: the causes of an event, lit; or what differs from another film.

import type { ReactNode } from 'react'
import type { Own } from '@/lib/sim/compare'
import type { Film } from '@/lib/sim/film'
import type { Millis, NodeId, PictureName } from '@/lib/sim/protocol'
import type { PictureProps } from '../picture'

/** The cone of an event: all that happened before it, and what did not arrive. */
export type Cone = {
  readonly about: number
  readonly events: ReadonlySet<number>
  /** Received in the cone, and those that died on their way into it. */
  readonly messages: ReadonlySet<number>
  readonly missing: ReadonlySet<number>
  /** When each of its nodes was last part of it. */
  readonly last: ReadonlyMap<NodeId, Millis>
  /** A drawing that has no time of its own goes back no further than this. */
  readonly since: Millis
}

/** Another film over the same chance, and what only this one has. */
export type Apart = {
  readonly other: Film
  readonly own: Own
  /** When the two part, and whom the first difference concerns; 0 is nobody. */
  readonly at: Millis
  readonly node: NodeId
}

type Props = Pick<PictureProps, 'film' | 'films' | 'at' | 'inks' | 'shape' | 'id'>
export type CausesProps = Props & { readonly cone: Cone }
export type ApartProps = Props & { readonly apart: Apart }

/** Drawn over a picture; one that cannot show causes leaves them to the words. */
export type Overlay = {
  readonly Causes?: (props: CausesProps) => ReactNode
  readonly Apart?: (props: ApartProps) => ReactNode
}

/** Fetched when somebody asks. */
export const overlays: { readonly [N in PictureName]?: () => Promise<Overlay> } = {
  cluster: () => import('./cluster'),
  quorums: () => import('./cluster'),
  lanes: () => import('./lanes'),
  history: () => import('./history'),
  log: () => import('./log'),
  clocks: () => import('./clocks'),
  chart: () => import('./chart'),
  points: () => import('./points'),
  bars: () => import('./bars'),
  tree: () => import('./tree'),
}
