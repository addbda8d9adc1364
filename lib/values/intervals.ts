// Clock intervals of which some are wrong: the stretch that most of them share.

/** A source's belief: the true value lies from `from` to `to`, both included. */
export type Interval = { readonly from: number; readonly to: number }
/** The stretch, how many sources contain all of it, and how many do not. */
export type Agreement = Interval & { readonly agree: number; readonly differ: number }

/** Every stretch that as many intervals as can be share, from the least value upwards. */
function best(intervals: readonly Interval[]): { stretches: Interval[]; agree: number } {
  const edges = intervals.flatMap(({ from, to }) => [
    { at: from, step: 1 },
    { at: to, step: -1 },
  ])
  edges.sort((a, b) => a.at - b.at || b.step - a.step)
  let [open, agree] = [0, 0]
  let stretches: Interval[] = []
  edges.forEach(({ at, step }, i) => {
    open += step
    if (step < 0 || open < agree) return
    if (open > agree) stretches = []
    agree = open
    stretches.push({ from: at, to: edges[i + 1]!.at })
  })
  return { stretches, agree }
}

/**
 * The stretch that the most sources agree on (Marzullo 1984); touching intervals agree. Among
 * equally supported ones the `choice`: 'first' as in Marzullo, or (default) the 'smallest', the
 * first of those. Undefined without sources; RangeError for an interval that ends before it begins.
 */
export function agreement(
  intervals: readonly Interval[],
  choice: 'first' | 'smallest' = 'smallest',
): Agreement | undefined {
  const wrong = intervals.find(({ from, to }) => !(from <= to))
  if (wrong) throw new RangeError(`an interval from ${wrong.from} to ${wrong.to}`)
  const { stretches, agree } = best(intervals)
  const width = (stretch: Interval) => stretch.to - stretch.from
  const chosen = stretches.reduce<Interval | undefined>((kept, stretch) => {
    if (!kept) return stretch
    return choice === 'smallest' && width(stretch) < width(kept) ? stretch : kept
  }, undefined)
  return chosen && { ...chosen, agree, differ: intervals.length - agree }
}
