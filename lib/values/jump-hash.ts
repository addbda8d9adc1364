// Jump consistent hashing: a key's bucket with no table, moving as few keys as can be.

const multiplier = 2862933555777941757n

/**
 * The bucket of a key, from 0 to buckets − 1: Lamping and Veach 2014, Figure 1. The key is a
 * 64-bit number (hash texts first). RangeError for fewer than one bucket.
 */
export function jumpHash(key: number | bigint, buckets: number): number {
  if (!(Number.isInteger(buckets) && buckets >= 1))
    throw new RangeError(`jump hashing needs at least one bucket, not ${buckets}`)
  let state = BigInt.asUintN(64, BigInt(key))
  let bucket = 0
  for (let next = 0; next < buckets; ) {
    bucket = next
    state = BigInt.asUintN(64, state * multiplier + 1n)
    next = Math.floor((bucket + 1) * (2147483648 / (Number(state >> 33n) + 1)))
  }
  return bucket
}
