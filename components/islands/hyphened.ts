// The attributes of a drawing that React writes in one word, and SVG with a hyphen.

const whole = 'clip[PR]|dominant|letter|marker[EMS]|paint|pointerE|shape|text[ADR]|vector|word|writ'
const found = new RegExp(`^(${whole}|(fill|font|stop|stroke)[A-Z])`)

/** `strokeWidth` as a page names it: `stroke-width`; any other name as it is. */
export const hyphened = (name: string): string =>
  found.test(name) ? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) : name
