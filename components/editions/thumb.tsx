// The list edition of a figure: its first picture at its poster, in the simplified shape.

import { develop } from '@/components/figure/develop'
import { pageInks } from '@/components/pictures/inks'
import type { AnyScenario } from '@/lib/sim/scenario'

type Props = { of: AnyScenario; id: string }

/** Decoration beside a title: whoever shows it hides it from those who listen. */
export async function Thumb({ of: scenario, id }: Props) {
  const { pictures, films } = await develop(scenario)
  const { Draw } = pictures[0]!
  return (
    <Draw film={films[0]!} at={scenario.poster} inks={pageInks} id={`${id}-thumb`} shape="thumb" />
  )
}
