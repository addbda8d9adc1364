// How one text became another, line by line, as `npm run approve` shows it.

/** Lengths of the longest common subsequences of all ends of both lists. */
const table = (a: readonly string[], b: readonly string[]) => {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      rows[i]![j] =
        a[i] === b[j] ? rows[i + 1]![j + 1]! + 1 : Math.max(rows[i + 1]![j]!, rows[i]![j + 1]!)
  return rows
}

/** Lines of both texts in order: `- ` only before, `+ ` only now, and `around` others beside. */
export const changes = (before: string, now: string, around = 1): string => {
  const [a, b] = [before, now].map((text) => text.replace(/\n$/, '').split('\n'))
  const rows = table(a!, b!)
  const lines: string[] = []
  for (let i = 0, j = 0; i < a!.length || j < b!.length; )
    if (i < a!.length && j < b!.length && a![i] === b![j]) {
      lines.push(`  ${a![i++]}`)
      j++
    } else if (j >= b!.length || (i < a!.length && rows[i + 1]![j]! >= rows[i]![j + 1]!))
      lines.push(`- ${a![i++]}`)
    else lines.push(`+ ${b![j++]}`)
  const near = (i: number) =>
    lines.slice(Math.max(0, i - around), i + around + 1).some((line) => !line.startsWith('  '))
  const shown = lines.map((line, i) => (near(i) ? line : '  …'))
  return shown.filter((line, i) => line !== '  …' || shown[i - 1] !== '  …').join('\n')
}
