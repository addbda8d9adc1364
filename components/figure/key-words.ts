// Keys as people name them, for whoever reads the sheet of keys.

const signs: Record<string, string> = {
  ' ': 'Space',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Escape: 'Esc',
}

/** A key as a person names it: "Shift + Left". */
export const keyWords = (key: string) =>
  key
    .split('+')
    .map((part) => signs[part] ?? part)
    .join(' + ')
