// Precedences as a graph: what follows from them, and the shortest way round where there is one.

/** edges[a]![b]: why a comes before b, if that is said directly. */
export type Edges = (string | undefined)[][]

/** Everything that follows: reach[a]![b] if a comes before b. */
export function closure(edges: Edges): boolean[][] {
  const reach = edges.map((row) => row.map((why) => why !== undefined))
  for (let k = 0; k < reach.length; k++)
    for (const row of reach)
      if (row[k]) for (let j = 0; j < reach.length; j++) if (reach[k]![j]) row[j] = true
  return reach
}

/** The shortest way from a node back to itself, beginning with it; undefined if there is none. */
function wayRound(edges: Edges, start: number): number[] | undefined {
  const cameFrom = new Map<number, number>()
  const queue = [start]
  for (let q = 0; q < queue.length && !cameFrom.has(start); q++)
    edges[queue[q]!]!.forEach((why, next) => {
      if (why === undefined || cameFrom.has(next)) return
      cameFrom.set(next, queue[q]!)
      queue.push(next)
    })
  if (!cameFrom.has(start)) return undefined
  const way: number[] = []
  for (let at = cameFrom.get(start)!; at !== start; at = cameFrom.get(at)!) way.unshift(at)
  return [start, ...way]
}

/** The shortest circle: each node comes before the next, and the last before the first. */
export function circle(edges: Edges): number[] | undefined {
  return edges.reduce<number[] | undefined>((shortest, _, start) => {
    const way = wayRound(edges, start)
    return way && (!shortest || way.length < shortest.length) ? way : shortest
  }, undefined)
}
