// Hybrid logical clocks: close to physical time, yet never against happened-before.

/** `wall` is the largest physical time heard of, in ms; `logical` orders events that share it. */
export type HybridClock = { readonly wall: number; readonly logical: number }

const compare = (a: HybridClock, b: HybridClock) =>
  a.wall === b.wall ? a.logical - b.logical : a.wall - b.wall

/**
 * Hybrid logical clocks, Kulkarni, Demirbas et al. 2014, Figure 5. `physical` is what the node's
 * own clock shows, in ms. All functions give new plain data and change nothing.
 */
export const hybridClock = {
  zero: { wall: 0, logical: 0 } as HybridClock,
  /** The clock of a local event or of a sending. */
  now: (clock: HybridClock, physical: number): HybridClock =>
    physical > clock.wall
      ? { wall: physical, logical: 0 }
      : { wall: clock.wall, logical: clock.logical + 1 },
  /** The clock of receiving a message that carries `heard`. */
  receive: (clock: HybridClock, heard: HybridClock, physical: number): HybridClock => {
    const wall = Math.max(clock.wall, heard.wall, physical)
    const mine = wall === clock.wall ? clock.logical + 1 : 0
    const theirs = wall === heard.wall ? heard.logical + 1 : 0
    return { wall, logical: Math.max(mine, theirs) }
  },
  /** Negative if `a` is earlier, positive if later, 0 if they are equal. */
  compare,
  /** The later of two. */
  later: (a: HybridClock, b: HybridClock) => (compare(a, b) < 0 ? b : a),
} as const
