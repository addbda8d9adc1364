// The link to what a figure of the page beside shows now, as its own menu copies it.

const patience = 10_000

const soon = async <T>(find: () => T | undefined): Promise<T | undefined> => {
  for (let waited = 0; waited < patience; waited += 100) {
    const found = find()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return undefined
}

const named = (place: ParentNode, says: string) =>
  [...place.querySelectorAll('button')].find((it) => it.textContent === says)

/** Throws a sentence where the figure gives no link. */
export async function linkOf(frame: HTMLIFrameElement, id: string): Promise<string> {
  const page = frame.contentDocument
  const figure = page?.getElementById(id)
  const clipboard = frame.contentWindow?.navigator.clipboard
  if (!page || !figure || !clipboard) throw new Error(`the page beside shows no figure ${id}`)
  let link: string | undefined
  // What would go to the clipboard comes here instead, once.
  Object.defineProperty(clipboard, 'writeText', {
    configurable: true,
    value: async (text: string) => {
      link = text
    },
  })
  try {
    figure.querySelector<HTMLElement>('[data-do="more"]')?.click()
    const copy = await soon(() => named(page, 'Copy link'))
    copy?.click()
    const copied = await soon(() => link)
    if (copied === undefined) throw new Error(`the figure ${id} gives no link to what it shows`)
    return copied
  } finally {
    Reflect.deleteProperty(clipboard, 'writeText')
  }
}
