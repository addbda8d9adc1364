// Links that name a figure and a moment of it (?at= or ?s=) move the figure instead of the page;
// an address that asks for words (?q=) wakes the search.

/** What an island hears: `detail` is the link's query, '?at=640' or '?s=…'. */
export type Travel = CustomEvent<string>

type Address = { search: string; hash: string }

/** The live part that an address speaks of: `#id` is its figure; without one, the page's first. */
const placeOf = ({ search, hash }: Address): HTMLElement | null | undefined => {
  if (!/[?&](at|s|q)=/.test(search)) return undefined
  const figure = hash ? document.getElementById(hash.slice(1)) : document.body
  return figure?.querySelector<HTMLElement>('[data-island]')
}

/**
 * Follows the page's own address now, and every such link from now on: the part is woken, then it
 * hears the event `travel`. The address bar stays as it is.
 */
export function follow(wake: (place: HTMLElement) => Promise<unknown>) {
  const travel = (to: Address) => {
    const place = placeOf(to)
    if (!place) return false
    void wake(place).then(() =>
      place.dispatchEvent(new CustomEvent('travel', { detail: to.search })),
    )
    return place
  }
  addEventListener('click', (event) => {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>('a[href]')
    if (!link || link.target || link.origin + link.pathname !== location.origin + location.pathname)
      return
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return
    const place = travel(link)
    if (!place) return
    event.preventDefault()
    // Nothing scrolls while the picture is in view; its buttons alone would not show what changed.
    ;(place.querySelector('[data-picture]') ?? place).scrollIntoView({ block: 'nearest' })
  })
  travel(location)
}
