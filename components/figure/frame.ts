// Where a figure stands alone, for a frame in somebody's page.

/** In a post it stands behind its printed picture, which lies in a folder of the post's name. */
const printed = /\/pictures\/([^/]+\/[^/]+)\.png$/

/** Undefined where the page does not tell whose figure it is: at home, and on the stage. */
export function frameAddress(figure: Element): string | undefined {
  if (figure.closest('[data-alone]')) return location.origin + location.pathname
  const { src = '' } = (figure.previousElementSibling ?? {}) as Partial<HTMLImageElement>
  return printed.test(src) ? src.replace(printed, '/embed/$1') : undefined
}
