// The list edition of a figure: its first picture at its poster, in the simplified shape.

import type { ComponentProps } from 'react'
import { develop } from '@/components/figure/develop'
import type { Figure } from '@/components/figure/figure'
import { developStudy } from '@/components/figure/study'
import { developSurvey } from '@/components/figure/survey-page'
import { pageInks } from '@/components/pictures/inks'

type Props = Pick<ComponentProps<typeof Figure>, 'of' | 'id' | 'summary'>

/** Decoration beside a title: whoever shows it hides it from those who listen. */
export async function Thumb({ of, id, summary }: Props) {
  const common = { inks: pageInks, id: `${id}-thumb`, shape: 'thumb' } as const
  if ('study' in of) {
    const { picture, data } = await developStudy(of)
    return <picture.Draw data={data} {...common} />
  }
  if ('seeds' in of) {
    const developed = await developSurvey(of)
    return <developed.picture.Draw data={developed.chart(summary!)} {...common} />
  }
  const { pictures, films } = await develop(of)
  const { Draw } = pictures[0]!
  return <Draw film={films[0]!} at={of.poster} {...common} />
}
