'use client'
// The sheet of keys, made from the list of controls.

import { Fragment, type ReactNode } from 'react'
import { type Control, controls } from './controls'
import { keyWords } from './key-words'
import { nodesIn } from './keys'
import { Sheet } from './sheet'
import type { SheetProps } from './sheets'

const KeySheet = ({ id, close }: SheetProps) => (
  <Sheet title="Keys" onClose={close}>
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 px-4 pb-4">
      {meant(document.getElementById(id)!).map(({ says, keys }) => (
        <Fragment key={says}>
          <dt className="text-soft">{keys.map(keyWords).join(', ')}</dt>
          <dd>{says}</dd>
        </Fragment>
      ))}
    </dl>
  </Sheet>
)

/** Those that have something to act on; where pictures show no node, it is chosen by its name. */
const meant = (figure: Element): readonly Pick<Control, 'says' | 'keys'>[] => {
  const all = Object.values(controls)
  if (nodesIn(figure).length > 0) return all
  const { nodeBack, nodeOn, menu } = controls
  return all
    .filter((one) => one !== nodeBack && one !== nodeOn)
    .map((one) => (one === menu ? { ...menu, says: 'Choose a node' } : one))
}

export const draw = (props: SheetProps): ReactNode => <KeySheet {...props} />
