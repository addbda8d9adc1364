// Light or dark by a reader's choice: plain buttons that theme.js listens to.

const button =
  'min-h-11 min-w-11 cursor-pointer items-center justify-center px-1 text-soft ' +
  'hover:text-ink noscript:hidden'

/** One word, the other of the two; which one is seen is a matter of the stylesheet. */
export function ThemeSwitch() {
  return (
    <>
      <button type="button" data-turn="dark" className={`inline-flex dark:hidden ${button}`}>
        Dark
      </button>
      <button type="button" data-turn="light" className={`hidden dark:inline-flex ${button}`}>
        Light
      </button>
    </>
  )
}

/** Gives the choice back to the system. */
export function ThemeReset() {
  return (
    <button type="button" data-turn="" className={`chosen:inline-flex hidden ${button}`}>
      Colours as the system
    </button>
  )
}
