// How large a printed figure and a social card are, in the units of their drawings.

export const printSize = { width: 720, height: 405 } as const
export const cardSize = { width: 1200, height: 630 } as const
