'use client'
// What is behind More in a figure without time; fetched when it is first wanted.

import { useState } from 'react'
import { type Edited, isEdited, reset } from './edits'
import { row, Sheet } from './sheet'

type Props<S> = {
  id: string
  edited: Edited<S>
  change: (next: Edited<S>, says: string) => void
  say: (text: string) => void
  address: () => Promise<string>
  close: () => void
}

/** Copies a text and finishes with a sentence; one that may not be copied is answered. */
function useCopying(finish: (says: string) => void) {
  const [copy, setCopy] = useState<string>()
  const copying = (making: () => Promise<string | undefined>, done: string) => async () => {
    try {
      const text = await making()
      if (text === undefined) return finish('This figure is not in a post.')
      await navigator.clipboard.writeText(text).then(
        () => finish(done),
        () => setCopy(text),
      )
    } catch (fault) {
      finish((fault as Error).message)
    }
  }
  return { copy, copying }
}

/** For whoever's browser does not let a page write to the clipboard. */
const CopyThis = ({ text }: { text: string }) => (
  <label className="block px-4 py-2">
    Copy this:
    <textarea
      readOnly
      value={text}
      rows={3}
      className="mt-1 w-full border border-hair bg-panel px-2"
      onFocus={(event) => event.currentTarget.select()}
    />
  </label>
)

export function DataMore<S>({ id, edited, change, say, address, close }: Props<S>) {
  const figure = () => document.getElementById(id)!
  const title = () => figure().querySelector('b')?.textContent ?? id
  const { copy, copying } = useCopying((says) => {
    say(says)
    close()
  })
  const takeAway = () => import('./take-away')
  const frame = async () => (await takeAway()).frameOf(id, title(), figure().offsetHeight)
  const startOver = () => {
    change(reset(edited), 'This is the published figure.')
    close()
  }
  const items: readonly (readonly [says: string, act: () => void, disabled?: boolean])[] = [
    ['Copy link', copying(address, 'The link is copied.')],
    ['Save the picture', () => void takeAway().then((m) => m.savePictures(figure(), id))],
    ['Copy a frame for your page', copying(frame, 'The frame is copied.')],
    ['Reset to the published figure', startOver, !isEdited(edited)],
  ]
  return (
    <Sheet title="More" onClose={close}>
      {copy !== undefined && <CopyThis text={copy} />}
      {items.map(([says, act, disabled = false]) => (
        <button
          key={says}
          type="button"
          className={`${row} border-t border-hair`}
          aria-disabled={disabled}
          onClick={() => disabled || act()}
        >
          {says}
        </button>
      ))}
    </Sheet>
  )
}
