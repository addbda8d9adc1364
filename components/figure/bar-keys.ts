// Where keys go along a toolbar, which is one stop of the page, together with the switch between
// two pictures that stands over them on a phone.

/** What holds all that is reached from the toolbar, where an element is of it. */
export const barOf = (element: Element) => element.closest('.switch,.tools')?.closest('.stage')

const stops = (bar: Element) => [
  ...bar.querySelectorAll<HTMLElement>(':is(.switch,.tools) :is(button,select,input)'),
]
export const seen = (element: Element) => element.getClientRects().length > 0

/** One stop of the toolbar is in the tab order: the one that had focus last. */
export function keepStop(bar: Element, stop: Element): void {
  for (const one of stops(bar)) one.tabIndex = one === stop ? 0 : -1
}

/** Left and right walk along the toolbar; true where they did. */
export function walk(bar: Element, from: Element, key: string): boolean {
  const all = stops(bar).filter(seen)
  const at = all.indexOf(from as HTMLElement)
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all.length - 1 }[key]
  if (to === undefined) return false
  all[(to + all.length) % all.length]?.focus()
  return true
}
