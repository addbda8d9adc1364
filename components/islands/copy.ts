// A button that copies the code beside it, fetched with its first press.

/** Copies the text of what follows the button, and says so for a while. */
export async function copy(button: HTMLElement) {
  const says = button.textContent
  await navigator.clipboard.writeText(button.nextElementSibling?.textContent ?? '')
  button.textContent = 'Copied'
  setTimeout(() => {
    button.textContent = says
  }, 2000)
}
