// The attributes of a drawing that React writes in one word, and SVG with a hyphen.

const found =
  /^(clip[PR]|(fill|font|stop|stroke)[A-Z]|letter|marker[EMS]|paint|pointerE|text[ADR]|vector)/

/** `strokeWidth` as a page names it: `stroke-width`; any other name as it is. */
export const hyphened = (name: string): string =>
  found.test(name) ? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) : name
