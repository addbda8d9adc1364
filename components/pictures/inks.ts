// The colours of a picture: variables of the page, or plain values where there is no page.

export type Inks = {
  readonly paper: string
  readonly panel: string
  readonly ink: string
  readonly soft: string
  readonly hair: string
  /** The interface's own hue; no data uses it. */
  readonly accent: string
  readonly orange: string
  readonly green: string
  readonly purple: string
  readonly sky: string
  /** What is broken, and nothing else. */
  readonly vermilion: string
  readonly grey: string
}

/** Okabe and Ito's hues, as app/globals.css has them for light and dark. */
export const pageInks: Inks = {
  paper: 'var(--paper)',
  panel: 'var(--panel)',
  ink: 'var(--ink)',
  soft: 'var(--soft)',
  hair: 'var(--hair)',
  accent: 'var(--accent)',
  orange: 'var(--orange)',
  green: 'var(--green)',
  purple: 'var(--purple)',
  sky: 'var(--sky)',
  vermilion: 'var(--vermilion)',
  grey: 'var(--grey)',
}

/** The same in light, for feeds, cards and print. */
export const printInks: Inks = {
  paper: '#fbfaf6',
  panel: '#ffffff',
  ink: '#1d1c1a',
  soft: '#514d46',
  hair: '#ddd8cc',
  accent: '#1f4a9c',
  orange: '#ad5f00',
  green: '#00765a',
  purple: '#a4407c',
  sky: '#1a76ad',
  vermilion: '#c42a0c',
  grey: '#6f6b62',
}

/** The one face of figures. Its figures are lining and of one width. */
export const face = 'Source Serif 4, Georgia, serif'

const hues = ['orange', 'green', 'purple', 'sky'] as const

/** The hue of a term or version, from 1; 0 and none are grey. */
export const hueOf = (inks: Inks, number: number | undefined) =>
  number && number > 0 ? inks[hues[Math.floor(number - 1) % hues.length]!] : inks.grey
