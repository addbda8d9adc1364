// The first line of a figure without time: what it is called, and what it is made of.

import type { ReactNode } from 'react'

type Props = { id: string; number: number | undefined; name: string; setting?: string }

export const DataTitle = ({ id, number, name, setting }: Props): ReactNode => (
  <>
    <b id={`${id}-title`}>{number === undefined ? name : `Figure ${number} · ${name}`}</b>
    {setting && <span className="text-soft">{setting}</span>}
  </>
)
