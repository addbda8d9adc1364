// One button's look in a figure: 44 px at least, whatever it says.

export const button =
  'h-11 min-w-11 rounded-[3px] border border-hair px-2.5 @2xl:px-3 whitespace-nowrap ' +
  'hover:border-ink ' +
  'aria-pressed:border-accent aria-pressed:text-accent aria-disabled:text-soft ' +
  'aria-disabled:opacity-60 aria-disabled:hover:border-hair'
