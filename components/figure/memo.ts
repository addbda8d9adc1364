// In development every save draws a page anew: what is made of the same things is not made again.

type Made<T> = { readonly of: readonly unknown[]; readonly made: T }

/**
 * Answers a function of a name, of what a thing is made `of`, and of how: what was made last under
 * that name, as long as each of those is the very same. A build makes everything once, and asks
 * and keeps nothing. To be held by the module that makes, which is loaded anew when anything it
 * uses has changed.
 */
export function memo<T>() {
  const all = new Map<string, Made<T>>()
  return (name: string, things: () => readonly unknown[], make: () => T): T => {
    if (process.env.NODE_ENV !== 'development') return make()
    const of = things()
    const last = all.get(name)
    if (last?.of.length === of.length && last.of.every((it, i) => it === of[i])) return last.made
    const made = make()
    all.set(name, { of, made })
    return made
  }
}
