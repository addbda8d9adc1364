// The network of a run: who may talk to whom, what stands between them, and the weather on the way.

import type { Sampler } from './delay'
import type { NodeId } from './protocol'
import type { Links } from './scenario'
import type { Cut } from './world'

/** A wall in force. `side` has 0 for nodes that it does not concern. */
type Wall = { readonly line: number; readonly cut: Cut; readonly side: Uint8Array | undefined }
/** Weather in force on some links; 0 stands for any end. */
export type Weather = {
  readonly line: number
  readonly from: NodeId
  readonly to: NodeId
  readonly slow?: Sampler
  readonly drop?: number
  readonly duplicate?: number
}
/** A message still to be lost. */
type Losing = { from: NodeId; to: NodeId; type: string | undefined; left: number }

export class Network {
  walls: readonly Wall[] = []
  weather: readonly Weather[] = []
  losing: Losing[] = []
  readonly #linked: (a: NodeId, b: NodeId) => boolean
  readonly #count: number

  constructor(links: Links, count: number) {
    this.#count = count
    this.#linked = linked(links, count)
  }

  linked(from: NodeId, to: NodeId): boolean {
    return from !== to && to >= 1 && to <= this.#count && this.#linked(from, to)
  }

  /** Is there a wall between them, in this direction? */
  blocked(from: NodeId, to: NodeId): boolean {
    for (const { cut, side } of this.walls) {
      if (!side) {
        if ('from' in cut && cut.from === from && cut.to === to) return true
      } else if (side[from] && side[to] && side[from] !== side[to]) return true
    }
    return false
  }

  raise(line: number, cut: Cut): void {
    this.walls = [
      ...this.walls,
      { line, cut, side: 'groups' in cut ? this.#sides(cut) : undefined },
    ]
  }

  /** Ends whatever this line brought. */
  end(line: number): void {
    this.walls = this.walls.filter((wall) => wall.line !== line)
    this.weather = this.weather.filter((one) => one.line !== line)
  }

  /** Is this message the one that a `lose` waits for? */
  loses(from: NodeId, to: NodeId, type: string): boolean {
    let lost = false
    for (const one of this.losing) {
      if (one.from !== from || one.to !== to || (one.type ?? type) !== type) continue
      one.left--
      if (one.left === 0) lost = true
    }
    if (lost) this.losing = this.losing.filter((one) => one.left > 0)
    return lost
  }

  /** One group alone is cut off from all the others. */
  #sides(cut: { readonly groups: readonly (readonly NodeId[])[] }): Uint8Array {
    const side = new Uint8Array(this.#count + 1)
    if (cut.groups.length === 1) side.fill(2)
    cut.groups.forEach((group, i) => {
      for (const id of group) side[id] = i + 1
    })
    return side
  }
}

function linked(links: Links, count: number): (a: NodeId, b: NodeId) => boolean {
  if (links === 'all') return () => true
  if (links === 'line') return (a, b) => a - b === 1 || b - a === 1
  if (links === 'ring') return (a, b) => (a % count) + 1 === b || (b % count) + 1 === a
  if (links === 'grid') return onGrid(gridWidth(count))
  const pairs = new Set(links.flatMap(([a, b]) => [a * 65536 + b, b * 65536 + a]))
  return (a, b) => pairs.has(a * 65536 + b)
}

/** The least width whose square holds them all. */
export function gridWidth(count: number): number {
  let width = 1
  while (width * width < count) width++
  return width
}

const onGrid = (width: number) => (a: NodeId, b: NodeId) => {
  const [i, j] = [a - 1, b - 1]
  const [across, down] = [(i % width) - (j % width), Math.floor(i / width) - Math.floor(j / width)]
  return Math.abs(across) + Math.abs(down) === 1
}
