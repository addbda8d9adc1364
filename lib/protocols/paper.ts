// Experiments of the papers: what they published, and how the same is measured here, in small by
// the tests and at length by `npm run papers`.

/** One number that somebody has published. */
export type Published = {
  readonly what: string
  readonly value: number
  /** Left out: about as much. */
  readonly is?: 'at least' | 'at most'
}
/** What we measure for it, and how far it may be off with a sample of that size. */
export type Measured = { readonly ours: number; readonly margin: number }
export type Experiment = {
  readonly name: string
  readonly published: readonly Published[]
  /** What the sample counts. */
  readonly unit: string
  /** The size of the sample in the ordinary test run, and in `npm run papers`. */
  readonly ordinary: number
  readonly full: number
  /** One answer for each number published, in their order. */
  readonly measure: (size: number) => readonly Measured[]
}
export type Paper = { readonly source: string; readonly experiments: readonly Experiment[] }

/** Whether what was measured agrees with what was published. */
export const holds = ({ value, is }: Published, { ours, margin }: Measured): boolean => {
  if (is === 'at least') return ours >= value - margin
  if (is === 'at most') return ours <= value + margin
  return Math.abs(ours - value) <= margin
}

export const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

/** The standard deviation of one of these values. */
export const deviation = (values: readonly number[]) => {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
}

/**
 * The mean of many runs, which may be off by four standard errors and half of the last digit
 * printed. The deviation of one run is that of these, unless it is known better.
 */
export const meanOf = (values: readonly number[], digit = 0, sd = deviation(values)): Measured => ({
  ours: mean(values),
  margin: (4 * sd) / Math.sqrt(values.length) + digit / 2,
})

/** A share of n draws, which may be off by four deviations of what was published. */
export const shareOf = (share: number, chance: number, n: number): Measured => ({
  ours: share,
  margin: 4 * Math.sqrt((chance * (1 - chance)) / n),
})

/** The numbers from 0 on, a seed for each of so many runs. */
export const seeds = (runs: number) => Array.from({ length: runs }, (_, seed) => seed)
