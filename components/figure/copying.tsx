'use client'
// Copies a text that is made when it is asked for; where a browser will not copy, the reader can.

import { type ReactNode, useState } from 'react'

/** Makes a text, or throws the sentence that says why it cannot. */
export type Making = () => Promise<string | undefined>
/** What a button does: copies what is made, and says `done`. */
export type Copying = (making: Making, done: string) => () => Promise<void>

/** `finish` is told how it ended; what the reader must copy by hand is drawn instead. */
export function useCopying(finish: (says: string) => void): readonly [Copying, ReactNode] {
  const [text, setText] = useState<string>()
  const copying: Copying = (making, done) => async () => {
    try {
      const made = await making()
      if (made === undefined) return finish('This figure is not in a post.')
      await navigator.clipboard.writeText(made).then(
        () => finish(done),
        () => setText(made),
      )
    } catch (fault) {
      finish((fault as Error).message)
    }
  }
  return [copying, text !== undefined && <ByHand text={text} />]
}

const ByHand = ({ text }: { text: string }) => (
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
