// Days and instants as front matter writes them: a day means 09:00 UTC of it.

import { Refusal } from './edit/refusal'

const day = /^(\d{4})-(\d\d)-(\d\d)$/
const instant = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?(?:Z|[+-](\d\d):(\d\d))$/
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

const lengthOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** What is wrong with a day or an instant, in a few words; undefined where nothing is. */
export const instantFault = (text: unknown, only?: 'instant'): string | undefined => {
  const form = only ? 'an instant such as 2026-12-24T09:00Z' : 'YYYY-MM-DD'
  const written = typeof text === 'string' ? text : ''
  const found = (only ? null : day.exec(written)) ?? instant.exec(written)
  if (!found) {
    const cure = instant.test(`${written}Z`)
      ? ': an instant ends with Z'
      : /\d:?\d\d\b/.test(written.slice('2026-12-24'.length))
        ? ': an instant is 2026-12-24T09:00Z, or …+01:00'
        : ''
    return `expected ${form}, got ${JSON.stringify(text ?? undefined) ?? 'nothing'}${cure}`
  }
  const parts = found.slice(1).map((it) => Number(it ?? 0))
  const [year, month, date, hour = 0, minute = 0, second = 0, ahead = 0, more = 0] = parts as [
    ...[number, number, number],
    ...(number | undefined)[],
  ]
  if (month < 1 || month > 12) return `there is no month ${month}`
  if (date < 1 || date > lengthOf(year, month))
    return `there is no ${date} ${months[month - 1]} ${year}`
  if (hour > 23 || minute > 59 || second > 59) return `there is no such time of day`
  // Kiribati is 14 hours ahead of UTC, and nobody is further.
  if (ahead > 14 || more > 59) return `no place is ${written.slice(-6)} from UTC`
  return undefined
}

/** A checked day or instant as an instant in UTC: `2026-11-22T09:00:00.000Z`. */
export const instantOf = (text: string) =>
  new Date(day.test(text) ? `${text}T09:00:00Z` : text).toISOString()

/** The day of an instant, in UTC. */
export const dayOf = (text: string) => text.slice(0, 10)

/** A minute later, for two posts that would share one instant. */
export const minuteAfter = (text: string) =>
  `${new Date(Date.parse(text) + 60_000).toISOString().slice(0, 16)}Z`

/** The moment of this build: `NOW` if it is set, else the clock. Throws where NOW is no instant. */
export const nowOf = (given: string | undefined = process.env.NOW): number => {
  if (!given) return Date.now()
  const wrong = instantFault(given)
  if (wrong) throw new Refusal(`NOW: ${wrong}`)
  return Date.parse(instantOf(given))
}
