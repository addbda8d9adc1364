// A list in pieces, so that a long one which differs little from another shares most of itself
// with it: a film that keeps thousands of both keeps each piece once.

/** In order; no piece is empty. */
export type Pieces<T> = readonly (readonly T[])[]

const most = 64

export const pieces = {
  count: <T>(all: Pieces<T>) => all.reduce((sum, piece) => sum + piece.length, 0),

  /** These behind it. */
  and<T>(all: Pieces<T>, more: readonly T[]): Pieces<T> {
    if (!more.length) return all
    const last = all[all.length - 1]
    const fills = last && last.length < most
    const rest = fills ? last.concat(more) : more
    const next = all.slice(0, fills ? -1 : undefined)
    for (let i = 0; i < rest.length; i += most) next.push(rest.slice(i, i + most))
    return next
  },

  /** The first that is so. */
  find<T>(all: Pieces<T>, is: (it: T) => boolean): T | undefined {
    for (const piece of all) for (const it of piece) if (is(it)) return it
    return undefined
  },

  /** Each turned into another, or left out; a piece in which nothing changes stays the same. */
  turn<T>(all: Pieces<T>, into: (it: T) => T | undefined): Pieces<T> {
    const next: (readonly T[])[] = []
    for (const piece of all) {
      let left: T[] | undefined
      for (const [i, it] of piece.entries()) {
        const now = into(it)
        if (now !== it) left ??= piece.slice(0, i)
        if (now !== undefined) left?.push(now)
      }
      const kept = left ?? piece
      if (kept.length) next.push(kept)
    }
    return next
  },
} as const
