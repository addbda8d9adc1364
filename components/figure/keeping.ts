// In development every save draws a page anew: what is made of the same things is not made again.

type Kept<T> = { readonly of: readonly unknown[]; readonly made: T }

/**
 * Answers `keep(name, of, make)`: what was made last under a name, as long as each of the things it
 * was made `of` is the very same. A build makes everything once and keeps nothing. To be held by
 * the module that makes, which is loaded anew when anything it uses has changed.
 */
export function keeping<T>() {
  const kept = new Map<string, Kept<T>>()
  return (name: string, of: readonly unknown[], make: () => T): T => {
    const last = kept.get(name)
    if (last?.of.length === of.length && last.of.every((it, i) => it === of[i])) return last.made
    const made = make()
    if (process.env.NODE_ENV === 'development') kept.set(name, { of, made })
    return made
  }
}
