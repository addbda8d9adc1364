// What a figure may be called: its name is part of addresses, and of its picture’s.

import { slugShape } from './slug'

/** What the picture of a post as a whole is called: no figure is. */
export const cardName = 'card'

/** What is wrong with the name of a figure. */
export const nameFault = (name: string): string | undefined =>
  !slugShape.test(name)
    ? `a figure's name has small letters, digits and single hyphens, not ${name}`
    : name === cardName
      ? `${cardName}.png is what a post’s own picture is called; name the figure otherwise`
      : undefined
