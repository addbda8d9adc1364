'use client'
// A sheet over a figure: a native dialog, at the thing it is about, or off its picture on a phone.

import { type ReactNode, useEffect, useRef } from 'react'

type Props = {
  title: string
  /** What it is about; without it the sheet stands in the middle. */
  anchor?: Element | undefined
  onClose: () => void
  children: ReactNode
}

const margin = 8
/** Below this width a sheet is as wide as the window. */
const narrow = 640

/** Puts the dialog beside the anchor, within the window. Styles by script pass the policy. */
function putBeside(dialog: HTMLDialogElement, anchor: Element) {
  const { left, right, top } = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height, style } = dialog
  const fits = right + margin + width < innerWidth
  const x = fits ? right + margin : Math.max(margin, left - margin - width)
  const y = Math.max(margin, Math.min(top, innerHeight - height - margin))
  style.margin = '0'
  style.left = `${x}px`
  style.top = `${y}px`
}

/** The least part of a window's height in which a sheet can be read. */
const least = 0.4

/** On a phone: below the picture that it is about, or above where there is more room. */
function putOff(dialog: HTMLDialogElement, anchor: Element) {
  const { top, bottom } = (anchor.closest('svg') ?? anchor).getBoundingClientRect()
  const below = innerHeight - bottom
  const room = Math.max(top, below, innerHeight * least) - 2 * margin
  dialog.style.maxHeight = `${room}px`
  if (top > below) dialog.style.margin = `${margin}px auto auto`
}

/** Esc, a press outside, and what is chosen inside all close it; focus goes back by itself. */
export function Sheet({ title, anchor, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const it = dialog.current!
    const before = document.activeElement as HTMLElement | null
    it.showModal()
    if (anchor) (innerWidth < narrow ? putOff : putBeside)(it, anchor)
    // The browser gives focus back only to a dialog that is closed before it goes.
    return () => before?.focus()
  }, [anchor])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the browser's own
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
      className={
        'm-auto max-h-[min(80vh,44rem)] w-80 max-w-[calc(100vw-1rem)] overflow-y-auto ' +
        'rounded-[3px] border border-ink bg-panel p-0 text-[0.9375rem] leading-6 text-ink ' +
        'backdrop:bg-transparent max-sm:mb-2 max-sm:max-h-[60vh] max-sm:w-full'
      }
    >
      <form method="dialog" className="flex items-center justify-between pl-4">
        <b className="font-semibold">{title}</b>
        <button type="submit" aria-label="Close" className="size-11">
          <svg width="14" height="14" aria-hidden="true" className="mx-auto">
            <path d="M1 1L13 13M13 1L1 13" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </button>
      </form>
      {children}
    </dialog>
  )
}

/** The look of a line of a sheet that does something. */
export const row =
  'block min-h-11 w-full px-4 py-2 text-left hover:bg-paper aria-disabled:text-soft ' +
  'focus-visible:-outline-offset-2'

/** Something that can be chosen; where it cannot be now, it stays and says why. */
export type Item = readonly [says: string, act: () => void, why?: string | false | undefined]
type ChoiceProps = { of: Item; begins?: boolean | undefined }
/** `begins`: with it begins another group. */
export const Choice = ({ of: [says, act, why], begins }: ChoiceProps) => (
  <button
    type="button"
    className={`${row} ${begins ? 'border-t border-hair' : ''}`}
    aria-disabled={Boolean(why)}
    onClick={() => why || act()}
  >
    {says}
    {why ? <i className="block text-[0.8125rem] leading-4">{why}</i> : ''}
  </button>
)
