'use client'
// The sheet of keys, made from the list of controls.

import { Fragment, type ReactNode } from 'react'
import { controls } from './controls'
import { keyWords } from './key-words'
import { Sheet } from './sheet'
import type { SheetProps } from './sheets'

const KeySheet = ({ close }: SheetProps) => (
  <Sheet title="Keys" onClose={close}>
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 px-4 pb-4">
      {Object.values(controls).map(({ says, keys }) => (
        <Fragment key={says}>
          <dt className="text-soft">{keys.map(keyWords).join(', ')}</dt>
          <dd>{says}</dd>
        </Fragment>
      ))}
    </dl>
  </Sheet>
)

export const draw = (props: SheetProps): ReactNode => <KeySheet {...props} />
