// One figure alone, for a frame in someone's slides or course.

import type { ComponentProps } from 'react'
import { Figure } from '@/components/figure/figure'

type Props = ComponentProps<typeof Figure> & {
  /** The post that it is from: its title, its address, and the publication. */
  readonly from: { readonly title: string; readonly href: string; readonly site: string }
}

export const Alone = ({ from: { title, href, site }, ...figure }: Props) => (
  <>
    <h1 className="sr-only">{figure.of.title ?? figure.id}</h1>
    <Figure {...figure}>
      From{' '}
      <a href={`${href}#${figure.id}`} target="_blank" rel="noopener">
        {title}
      </a>
      , {site}
    </Figure>
  </>
)
