// "Did you mean …": the known name that is near a misspelt one.

/** Edits (insert, drop, change, swap of neighbours) that turn one word into the other. */
const distance = (a: string, b: string): number => {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i])
  for (let j = 0; j <= b.length; j++) rows[0]![j] = j
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const row = rows[i]!
      row[j] = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + same)
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1)
        row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1)
    }
  return rows[a.length]![b.length]!
}

/** How many letters two words begin with in common. */
const shared = (a: string, b: string) => {
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  return i
}

/** The one of `names` that a misspelt `word` most likely means; undefined where none is near. */
export const nearest = (word: string, names: Iterable<string>): string | undefined => {
  const wanted = word.toLowerCase()
  const reach = Math.max(1, Math.floor(word.length / 3))
  let best: { name: string; far: number; same: number } | undefined
  for (const name of names) {
    if (Math.abs(name.length - word.length) > reach) continue
    const far = distance(wanted, name.toLowerCase())
    const same = shared(wanted, name.toLowerCase())
    // Of two that are equally near, the one that begins alike: mistakes come later in a word.
    const nearer = !best || far < best.far || (far === best.far && same > best.same)
    if (far <= reach && nearer) best = { name, far, same }
  }
  return best?.name
}
