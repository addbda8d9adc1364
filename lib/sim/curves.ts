// ln and exp out of + − × ÷ and comparisons alone, so that every engine gives the same bits;
// and the distributions that are made of them.

// ln 2 in two parts, so that k·ln2 loses nothing for the k that occur (as in fdlibm's e_log.c).
const ln2High = 0.6931471803691238
const ln2Low = 1.9082149292705877e-10
const halfRoot = 0.7 // Near √½; it folds m into [0.7, 1.4).

/** The natural logarithm of x > 0 (−Infinity at 0, NaN below), within 1e-14 of the true value. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN
  if (x === Infinity) return x
  let m = x
  let k = 0
  while (m >= 4294967296) [m, k] = [m / 4294967296, k + 32]
  while (m < 2.3283064365386963e-10) [m, k] = [m * 4294967296, k - 32]
  while (m >= 2 * halfRoot) [m, k] = [m / 2, k + 1]
  while (m < halfRoot) [m, k] = [m * 2, k - 1]
  const s = (m - 1) / (m + 1) // ln m = 2 artanh s, |s| ≤ 0.1716
  const z = s * s
  let sum = 0
  for (let n = 23; n >= 3; n -= 2) sum = (sum + 1 / n) * z
  return k * ln2High + (2 * s * sum + (2 * s + k * ln2Low))
}

/** e to the x, within a relative 1e-14; 0 below −745, Infinity above 709.78. */
export function exp(x: number): number {
  if (!(x < 709.782712893384)) return x > 0 ? Infinity : NaN
  if (x < -745.1332191019412) return 0
  const k = Math.floor(x / (ln2High + ln2Low) + 0.5)
  const r = x - k * ln2High - k * ln2Low
  let sum = 1
  for (let n = 14; n >= 1; n--) sum = 1 + (sum * r) / n
  return scale(sum, k)
}

/** x·2ᵏ by repeated exact doubling and halving. */
function scale(x: number, k: number): number {
  let it = x
  let left = k
  for (; left >= 30; left -= 30) it *= 1073741824
  for (; left <= -30; left += 30) it /= 1073741824
  for (; left > 0; left--) it *= 2
  for (; left < 0; left++) it /= 2
  return it
}

/** x to the y for x ≥ 0. */
export const power = (x: number, y: number) => (y === 0 ? 1 : x === 0 ? 0 : exp(y * ln(x)))

/** The square root of x ≥ 0, by Newton's steps from above. */
export function sqrt(x: number): number {
  if (!(x > 0) || x === Infinity) return x >= 0 ? x : NaN
  let root = exp(ln(x) / 2)
  for (let i = 0; i < 3; i++) root = (root + x / root) / 2
  return root
}

/** An exponential delay of this mean, from a uniform number in [0, 1). */
export const exponential = (mean: number, uniform: number) => -mean * ln(1 - uniform)

/** A Pareto delay: never below `least`; the smaller the shape, the heavier the tail. */
export const pareto = (least: number, shape: number, uniform: number) =>
  least * power(1 - uniform, -1 / shape)

/** A standard normal number out of two uniform ones in [0, 1) (polar form of Box and Muller 1958,
 * with the angle's cosine by its half-angle series). */
export function normal(first: number, second: number): number {
  const radius = sqrt(-2 * ln(1 - first))
  return radius * cosTurn(second)
}

/** cos(2πx) for x in [0, 1), by folding to an eighth of a turn and its series. */
function cosTurn(x: number): number {
  const turn = x > 0.5 ? 1 - x : x // cos is even: [0, 0.5]
  if (turn > 0.25) return -cosTurn(0.5 - turn)
  const a = turn * 6.283185307179586
  let sum = 1
  for (let n = 22; n >= 2; n -= 2) sum = 1 - (sum * a * a) / (n * (n - 1))
  return sum
}
