// A note: in the margin where there is room, opened in place by its number where there is none.

import type { ReactNode } from 'react'

type Again = { readonly id: string; readonly number: number }
type Props = Again & { readonly children?: ReactNode }

/**
 * Phrasing content only, since it stands inside a paragraph. The number is a checkbox on narrow
 * screens, so that it works without a script; on wide ones there is nothing to open.
 */
export function SideNote({ id, number, children }: Props) {
  return (
    <>
      <label
        id={id}
        className="
          peer relative cursor-pointer px-0.5 text-accent max-lg:-mx-1.5 max-lg:-my-3 max-lg:px-2
          max-lg:py-3 lg:cursor-auto"
      >
        <input
          type="checkbox"
          className="
            absolute inset-0 m-0 size-full cursor-pointer appearance-none rounded-sm lg:hidden
            print:hidden"
          aria-label={`Note ${number}`}
        />
        <sup className="text-[0.7em] leading-none font-semibold">{number}</sup>
      </label>
      <small
        className="
          float-right clear-right my-1 hidden w-full border-l-2 border-accent pl-4
          text-[0.9375rem] leading-normal text-soft lg:text-[0.8125rem] peer-has-checked:block
          lg:-mr-[18.5rem] lg:block lg:w-64 lg:border-0 lg:pl-0 print:float-none print:mr-0
          print:block print:w-full print:pl-4"
      >
        <b className="mr-1.5 text-accent">{number}</b>
        {children}
      </small>
    </>
  )
}

/** Where a note is named again: its number, which leads to it. */
export const NoteAgain = ({ id, number }: Again) => (
  <sup className="text-[0.7em] leading-none font-semibold">
    <a href={`#${id}`} className="px-0.5 text-accent no-underline" aria-label={`Note ${number}`}>
      {number}
    </a>
  </sup>
)
