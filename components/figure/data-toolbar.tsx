// The toolbar of a figure without time: levers, undo, more, and the dials. Plain markup; the
// player has the hands.

import type { ReactNode } from 'react'
import { controls } from './controls'
import type { Dialled } from './dial-values'
import { Dials } from './dials'
import { isPulled, type Setting } from './edits'

type Props = {
  id: string
  of: Dialled
  setting: Setting
  /** What else stands before the dials. */
  children?: ReactNode
}

/** The first control is the one stop of the toolbar. */
export function DataToolbar({ id, of, setting, children }: Props): ReactNode {
  const levers = setting.levers ?? []
  return (
    <>
      {levers.map((lever, i) => (
        <button
          key={lever.label}
          type="button"
          tabIndex={i === 0 ? 0 : -1}
          className="press"
          data-lever={i}
          aria-pressed={isPulled(setting, lever)}
        >
          {lever.label}
        </button>
      ))}
      {children}
      <div className="tools-end">
        <button
          type="button"
          tabIndex={levers.length === 0 ? 0 : -1}
          className="press"
          data-do="undo"
          aria-disabled="true"
        >
          {controls.undo.says}
        </button>
        <button type="button" tabIndex={-1} className="press" data-do="more" aria-haspopup="dialog">
          More
        </button>
      </div>
      <Dials protocol={of} scenario={setting} id={id} />
    </>
  )
}
