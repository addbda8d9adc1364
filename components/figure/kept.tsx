'use client'
// Drawings that stay as the server drew them while only time passes, until another page is wanted.

import { type ReactNode, useEffect, useState } from 'react'
import { keptLanes } from '@/components/pictures/lanes/around'
import type { Drawing, PictureProps, Standing } from '@/components/pictures/picture'
import type { Film } from '@/lib/sim/film'

/** What stands in the page, by the id of its drawing. */
export type Kept = { readonly [id: string]: Standing }

/**
 * Lanes of these films that keep their page. What draws others is fetched when the page turns, or
 * by `whole`, which whoever changes the films must await.
 */
export function keptDrawing(
  kept: Kept,
  films: readonly Film[],
  fetch: () => Promise<Drawing>,
): Drawing {
  let drawing: Drawing | undefined
  const whole = async () => {
    drawing ??= await fetch()
  }
  function Draw(props: PictureProps): ReactNode {
    const standing = kept[props.id]
    const [since = 1, until = 0] = (films.includes(props.film) && standing?.holds) || []
    const holds = props.at >= since && (props.at < until || until === props.film.until)
    const [, redraw] = useState(false)
    useEffect(() => {
      if (!holds) void whole().then(() => redraw(true))
    }, [holds])
    // Not as components of their own: the names must stay in the page when one becomes the other.
    return drawing ? drawing.Draw(props) : standing && keptLanes(props, standing)
  }
  return { name: 'lanes', Draw, whole }
}
