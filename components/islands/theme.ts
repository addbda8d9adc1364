// /theme.js, the one blocking script: applies the reader's choice of light or dark before paint,
// and opens the search when / is pressed, unless the reader has turned that off.

/** The link to the search, by its id. */
declare const toSearch: HTMLElement

const { dataset } = document.documentElement
let kept: Partial<Storage> = {}
try {
  kept = localStorage
} catch {}
dataset.theme = kept.theme ?? ''
window.onclick = ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('[data-turn]')
  if (button) kept.theme = dataset.theme = button.dataset.turn
}
window.onkeydown = ({ key, target }) => {
  // Where one writes, / is a letter.
  if (key === '/' && !kept.slash && (target as Element).matches(':read-only')) toSearch.click()
}
