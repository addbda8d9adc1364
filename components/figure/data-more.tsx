'use client'
// What is behind More in a figure without time; fetched when it is first wanted.

import { useCopying } from './copying'
import { type Edited, isEdited, reset } from './edits'
import { Choice, type Item, Sheet } from './sheet'

type Props<S> = {
  id: string
  edited: Edited<S>
  change: (next: Edited<S>, says: string) => void
  say: (text: string) => void
  address: () => Promise<string>
  close: () => void
}

export function DataMore<S>({ id, edited, change, say, address, close }: Props<S>) {
  const figure = () => document.getElementById(id)!
  const title = () =>
    figure()
      .querySelector('b')
      ?.textContent?.replace(/^Figure \d+ · /, '') ?? id
  const [copying, copy] = useCopying((says) => {
    say(says)
    close()
  })
  const takeAway = () => import('./take-away')
  const frame = async () => (await takeAway()).frameOf(id, title(), figure().offsetHeight)
  const save = async () => {
    const { savePictures } = await takeAway()
    savePictures(figure(), id)
    say('It is saved.')
    close()
  }
  const startOver = () => {
    change(reset(edited), 'This is the published figure.')
    close()
  }
  const items: readonly Item[] = [
    ['Copy link', copying(address, 'The link is copied.')],
    ['Save the picture', save],
    ['Copy a frame for your page', copying(frame, 'The frame is copied.')],
    ['Reset to the published figure', startOver, !isEdited(edited) && 'nothing has been changed'],
  ]
  return (
    <Sheet title="More" onClose={close}>
      {copy}
      {items.map((item) => (
        <Choice key={item[0]} of={item} begins />
      ))}
    </Sheet>
  )
}
