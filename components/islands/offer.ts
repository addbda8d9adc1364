// Shows the buttons that copy code: there is something to press only where this has run.

/** Every `<button data-copy hidden>`; what a press does is fetched with the first one. */
export function offerCopies() {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    button.hidden = false
    button.onclick = () => import('./copy').then(({ copy }) => copy(button))
  }
}
