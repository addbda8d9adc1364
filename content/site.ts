// What the publication is called, where it is published, and how to reach those who make it.

export const site = {
  name: 'Partial Order',
  tagline: 'Distributed systems you can run',
  /** Plain text: for the home page, search engines, feeds and cards. */
  summary:
    'Eight articles with real protocols running in them. ' +
    'Stop a node, cut a wire, bend a clock, and see what still holds.',
  /** Without a slash at the end; an operator changes this one line. */
  address: 'https://partial-order.example',
  /** The path it lies under at that address: '' or '/somewhere'. */
  basePath: '',
  language: 'en-GB',
  /** Where a reader reports a mistake. */
  report: 'mailto:mistakes@partial-order.example',
  /** Whom feeds and citations name. */
  author: 'Partial Order',
}
