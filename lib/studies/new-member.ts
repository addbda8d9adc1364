// Who moves when a server joins: by a ring of hashes, by the highest draw, by jumps, by remainder.

import { sqrt } from '@/lib/sim/curves'
import type { Values } from '@/lib/sim/protocol'
import { type HashRing, hashRing } from '@/lib/values/hash-ring'
import { jumpHash } from '@/lib/values/jump-hash'
import { rendezvousHash } from '@/lib/values/rendezvous-hash'
import { textHash } from '@/lib/values/text-hash'
import type { Ring } from './drawn'
import { percentWords, rounded, type Study } from './study'

const ways = ['ring', 'highest draw', 'jump', 'remainder'] as const
const options = {
  way: { is: 'choice', of: ways, default: 'ring', says: 'keys are placed by' },
  servers: { is: 'number', from: 1, to: 12, step: 1, default: 4, says: 'servers before' },
  points: { is: 'number', from: 1, to: 64, step: 1, default: 1, says: 'places for each' },
  keys: { is: 'number', from: 20, to: 400, step: 20, default: 120, says: 'seats' },
} as const

type Data = Ring & {
  readonly moved: number
  /** The share that a perfect way would move: that of the new server. */
  readonly least: number
  /** How uneven it is afterwards: standard deviation of the servers' seats over their mean. */
  readonly uneven: number
}
type Set = Values<typeof options>
type Owner = (key: string) => string

const nameOf = (i: number) => `s${i + 1}`
/** "12A": rows of twenty seats. */
const seatOf = (i: number) => `${Math.floor(i / 20) + 1}${'ABCDEFGHIJKLMNOPQRST'[i % 20]}`

function ownerOf(way: (typeof ways)[number], names: readonly string[], ring: HashRing): Owner {
  switch (way) {
    case 'ring':
      return (key) => hashRing.owner(ring, key)!
    case 'highest draw':
      return (key) => rendezvousHash.owner(names, key)!
    case 'jump':
      return (key) => names[jumpHash(textHash(key), names.length)]!
    case 'remainder':
      return (key) => names[textHash(key) % names.length]!
  }
}

/** Standard deviation over mean of how many keys each server has. */
function unevenness(names: readonly string[], owners: readonly string[]): number {
  const mean = owners.length / names.length
  const off = names.map((name) => owners.filter((owner) => owner === name).length - mean)
  return sqrt(off.reduce((sum, one) => sum + one * one, 0) / names.length) / mean
}

function compute({ way, servers, points, keys }: Set): Data {
  const owners = Array.from({ length: servers + 1 }, (_, i) => nameOf(i))
  const joined = owners.at(-1)!
  const names = owners.slice(0, -1)
  const [before, after] = [names, owners].map((all) =>
    ownerOf(way, all, hashRing.of(all, points)),
  ) as [Owner, Owner]
  const placed = Array.from({ length: keys }, (_, i) => seatOf(i)).map((name) => ({
    name,
    at: rounded(hashRing.placeOf(name) / 4294967296, 4),
    before: before(name),
    owner: after(name),
  }))
  const moved = placed.filter((key) => key.before !== key.owner).length
  const share = percentWords(moved / keys, 0)
  const least = 1 / (servers + 1)
  const shown = way === 'ring' ? hashRing.of(owners, points) : []
  return {
    moved,
    least,
    uneven: unevenness(
      owners,
      placed.map(({ owner }) => owner),
    ),
    says:
      `${joined} joins ${servers} ${servers === 1 ? 'server' : 'servers'}: ${moved} of ${keys} ` +
      `seats move, ${share}; the new one’s fair share is ${percentWords(least, 0)}.`,
    owners,
    joined,
    points: shown.map(({ at, node }) => ({ at: rounded(at / 4294967296, 4), owner: node })),
    keys: placed,
  }
}

/**
 * Consistent hashing (Karger et al. 1997), highest random weight (Thaler and Ravishankar 1998),
 * jump hashing (Lamping and Veach 2014), and what one writes first: the remainder.
 */
export const newMember = {
  name: 'new-member',
  says: 'When a server joins, how many keys have to move depends on how they were placed.',
  options,
  compute,
  facts: ({ moved, least, uneven, keys }) => ({
    moved,
    share: rounded(moved / keys.length),
    least: rounded(least),
    uneven: rounded(uneven),
  }),
  picture: 'ring',
} satisfies Study<typeof options, 'ring', Data>
