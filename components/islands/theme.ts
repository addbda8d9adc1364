// /theme.js, the one blocking script: applies the reader's choice of light or dark before paint.

const root = document.documentElement
try {
  root.dataset.theme = localStorage.theme ?? ''
} catch {}
addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('[data-turn]')
  if (!button) return
  root.dataset.theme = button.dataset.turn
  try {
    localStorage.theme = button.dataset.turn
  } catch {}
})
