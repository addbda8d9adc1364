// What a feed is made of: one publication, and its entries with their whole text.

/** A post as subscribers get it. All addresses are absolute, all instants in UTC. */
export type Entry = {
  /** The permanent tag; it never changes. */
  readonly id: string
  readonly url: string
  readonly title: string
  /** Plain text. */
  readonly summary: string
  /** The whole text, in the HTML profile that survives every reader's sanitizer. */
  readonly html: string
  readonly published: string
  readonly updated: string
  readonly tags: readonly { readonly name: string; readonly title: string }[]
  /** The social card. */
  readonly image: string
  readonly language: string
}

export type Publication = {
  /** The tag of this feed. */
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly author: string
  readonly language: string
  /** The page that this feed is the feed of. */
  readonly home: string
  readonly icon: string
}

/** Where this document lies among those of its feed (RFC 5005 §4). */
export type Place = {
  readonly self: string
  /** The subscription document that an archive belongs to. */
  readonly current?: string | undefined
  readonly previous?: string | undefined
  readonly next?: string | undefined
}

/** The moment of the newest change among these; the feed's own, whenever it is built. */
export const newestOf = (entries: readonly Entry[]) =>
  entries
    .map(({ updated }) => updated)
    .sort()
    .at(-1) ?? ''
