// How unlikely a silence is: φ = −log₁₀ of the chance that a beat comes later still, where gaps
// between beats are normal (Hayashibara, Défago, Yared and Katayama 2004, §4).

import { exp, ln } from '@/lib/sim/curves'

const ln10 = ln(10)
/** ln √(2π). */
const halfLn2Pi = 0.9189385332046727

/** ln of the chance that a normal variable is more than `y` deviations above its mean, y ≥ 0. */
function lnTail(y: number): number {
  const lnDensity = -(y * y) / 2 - halfLn2Pi
  if (y >= 3) {
    // Laplace's continued fraction for the tail.
    let fraction = y
    for (let k = 60; k >= 1; k--) fraction = y + k / fraction
    return lnDensity - ln(fraction)
  }
  let term = y
  let sum = y
  for (let k = 1; k <= 60; k++) {
    term = (term * y * y) / (2 * k + 1)
    sum += term
  }
  return ln(0.5 - exp(lnDensity) * sum)
}

/** φ of a silence that is `y` deviations longer than the mean gap. */
export const phiAt = (y: number) => (y >= 0 ? -lnTail(y) / ln10 : -ln(1 - exp(lnTail(-y))) / ln10)

/** φ after a silence, given the mean and the standard deviation of the gaps, all in ms. */
export const phi = (silence: number, mean: number, deviation: number) =>
  phiAt((silence - mean) / deviation)

/** How many deviations above the mean a silence must be for φ to reach a threshold > 0. */
export function deviationsFor(threshold: number): number {
  let low = -40
  let high = 4
  while (phiAt(high) < threshold) high *= 2
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2
    if (phiAt(middle) < threshold) low = middle
    else high = middle
  }
  return high
}

/** Mean and variance of the last so many gaps (of all of them, divided by their number). */
export function moments(gaps: readonly number[]) {
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) * (gap - mean), 0) / gaps.length
  return { mean, variance }
}
