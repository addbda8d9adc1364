'use client'
// The sheet of keys, made from the list of controls.

import { Fragment, type ReactNode } from 'react'
import { controls, keyWords } from './controls'
import { Sheet } from './sheet'

export const KeyList = (): ReactNode => (
  <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 px-4 pb-4">
    {Object.values(controls).map(({ says, keys }) => (
      <Fragment key={says}>
        <dt className="text-soft">{keys.map(keyWords).join(', ')}</dt>
        <dd>{says}</dd>
      </Fragment>
    ))}
  </dl>
)

/** For the figure, which fetches this file when it is first wanted. */
export const keySheetOf = (close: () => void): ReactNode => (
  <Sheet title="Keys" onClose={close}>
    <KeyList />
  </Sheet>
)
