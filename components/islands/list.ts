// The live parts by name, and how each is fetched when a reader wants it.

import type { ComponentType } from 'react'
import { wakePlayer, wakePredict, wakeStudy, wakeSurvey } from '@/components/figure/wake'

// biome-ignore lint/suspicious/noExplicitAny: props come out of the page's own markup
export type Part = (props: any) => Promise<readonly [part: ComponentType<any>, props: object]>

const all = {
  player: wakePlayer,
  predict: wakePredict,
  study: wakeStudy,
  survey: wakeSurvey,
  search: async (props) => [(await import('@/components/site/search')).Search, props] as const,
} satisfies Record<string, Part>

export type PartName = keyof typeof all
export const parts: Readonly<Record<PartName, Part>> = all
