// One line of the table that the bench prints.

export type Row = {
  readonly what: string
  readonly here: string
  readonly baseline: string
  readonly budget: string
}
