// The list edition of a figure: its first picture at its poster, in the simplified shape.

import type { ComponentProps } from 'react'
import { develop } from '@/components/figure/develop'
import type { Figure } from '@/components/figure/figure'
import { pageInks } from '@/components/pictures/inks'

type Props = Pick<ComponentProps<typeof Figure>, 'of' | 'id'>

/** Decoration beside a title: whoever shows it hides it from those who listen. */
export async function Thumb({ of: scenario, id }: Props) {
  const { pictures, films } = await develop(scenario)
  const { Draw } = pictures[0]!
  return (
    <Draw film={films[0]!} at={scenario.poster} inks={pageInks} id={`${id}-thumb`} shape="thumb" />
  )
}
