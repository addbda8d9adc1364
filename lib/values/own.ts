// What a table has under a name of its own: 'constructor' is in every table, and means nothing.

/** The value under this name; undefined where the table itself has none. */
export const own = <T>(table: { readonly [name: string]: T }, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined
