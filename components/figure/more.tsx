'use client'
// What is behind More: what is wanted seldom, each fetched when it is.

import { type ReactNode, useState } from 'react'
import { isEdited, reset } from './edits'
import { KeyList } from './key-sheet'
import { row, Sheet } from './sheet'
import type { Run } from './use-run'

type Props = { run: Run; id: string; close: () => void }

/** For the figure, which fetches this file when it is first wanted. */
export const moreOf = (props: Props): ReactNode => <More {...props} />

function More({ run, id, close }: Props) {
  const { film, head, edited } = run
  const [address, setAddress] = useState<string>()
  const [keys, showKeys] = useState(false)
  const finish = (says: string) => {
    run.say(says)
    close()
  }
  const copyLink = async () => {
    try {
      const { addressOf } = await import('./share')
      const made = addressOf(film, head.at, id, isEdited(edited))
      await navigator.clipboard.writeText(made).then(
        () => finish('The link is copied.'),
        () => setAddress(made),
      )
    } catch (fault) {
      finish((fault as Error).message)
    }
  }
  const startOver = () => {
    run.change(reset(edited), () => ({
      at: film.scenario.poster,
      says: 'This is the published run.',
    }))
    close()
  }
  if (keys)
    return (
      <Sheet title="Keys" onClose={close}>
        {<KeyList />}
      </Sheet>
    )
  return (
    <Sheet title="More" onClose={close}>
      <button type="button" className={`${row} border-t border-hair`} onClick={copyLink}>
        Copy link
      </button>
      {address !== undefined && <Address of={address} />}
      <button
        type="button"
        className={row}
        aria-disabled={!isEdited(edited)}
        onClick={() => isEdited(edited) && startOver()}
      >
        Reset to the published run
      </button>
      <button type="button" className={row} onClick={() => showKeys(true)}>
        Keys
      </button>
    </Sheet>
  )
}

/** Where a browser will not copy, the reader can. */
const Address = ({ of }: { of: string }) => (
  <label className="block px-4 py-2">
    Copy this:
    <input
      readOnly
      value={of}
      className="mt-1 h-11 w-full border border-hair bg-panel px-2"
      onFocus={(event) => event.currentTarget.select()}
    />
  </label>
)
