// Days as readers see them, without the machine's language or time zone.

const months =
  'January February March April May June July August September October November December'.split(' ')

/** '2026-11-22T09:00:00Z' → '22 November 2026'; the day is that of UTC. */
export function longDay(instant: string): string {
  const [year, month, day] = instant.slice(0, 10).split('-').map(Number)
  return `${day} ${months[month! - 1]} ${year}`
}
