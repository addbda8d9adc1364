// Counting choices: how many ways, and how likely at least so many of n.

/** In how many ways k of n can be chosen; 0 where that is impossible. */
export function choose(n: number, k: number): number {
  if (k < 0 || k > n) return 0
  let ways = 1
  for (let i = 1; i <= Math.min(k, n - k); i++) ways = (ways * (n - i + 1)) / i
  return ways
}

/** `base` multiplied by itself, `times` times (a whole number, at least 0). */
export function repeated(base: number, times: number): number {
  let product = 1
  for (let i = 0; i < times; i++) product *= base
  return product
}

/** The chance that at least `least` of n independent trials succeed, each with chance p. */
export function atLeast(least: number, n: number, p: number): number {
  let sum = 0
  for (let k = Math.max(0, least); k <= n; k++)
    sum += choose(n, k) * repeated(p, k) * repeated(1 - p, n - k)
  return sum
}
