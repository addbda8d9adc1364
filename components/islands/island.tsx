// Marks a live part of a page: what it is called and what it is given, for the loader to wake.

import type { ReactNode } from 'react'
import type { PartName } from './list'
import { Signposts } from './signposts'

type Props = {
  /** A name of list.ts. */
  name: PartName
  /** JSON: what the part is given when it wakes; the same as its props in `children`. */
  props: object
  /** The part as the server draws it: the loader hydrates this very markup. */
  children: ReactNode
}

/**
 * In development Next wakes the children itself, and signposts do what else the loader would. What
 * is `extra`, reader views leave out: a word of theirs, and no style.
 */
export function Island({ name, props, children }: Props) {
  return (
    <div className="extra relative" data-island={name} data-props={JSON.stringify(props)}>
      {children}
      {process.env.NODE_ENV === 'development' && <Signposts />}
    </div>
  )
}
