// Buttons that copy the code beside them: there is one only where this has run.

const done = 'Copied'

/** Shows every `<button data-copy hidden>`; a press copies the text of what follows it. */
export function offerCopies() {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const says = button.textContent
    button.hidden = false
    button.onclick = async () => {
      await navigator.clipboard.writeText(button.nextElementSibling?.textContent ?? '')
      button.textContent = done
      setTimeout(() => {
        button.textContent = says
      }, 2000)
    }
  }
}
