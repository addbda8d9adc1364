'use client'
// The palette of figures: one of any protocol, put into the post with a first scenario.

import { useState } from 'react'
import type { Desk } from '@/lib/posts/studio/desk'
import type { OpenPost } from './use-post'

/** A name that no figure of the post has. */
const freeName = (protocol: string, figures: readonly string[]) => {
  let name = protocol
  for (let i = 2; figures.includes(name); i++) name = `${protocol}-${i}`
  return name
}

type Props = { desk: Desk; figures: readonly string[]; post: OpenPost }

export function Palette({ desk, figures, post }: Props) {
  const [name, setName] = useState('')
  const add = (protocol: string) => {
    setName('')
    void post.addFigure(name || freeName(protocol, figures), protocol)
  }
  return (
    <details>
      <summary>Add a figure</summary>
      <label>
        Name{' '}
        <input
          value={name}
          placeholder="as the protocol"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <ul className="studio-palette">
        {desk.protocols.map((it) => (
          <li key={it.name}>
            <button type="button" onClick={() => add(it.name)}>
              <b>{it.name}</b> {it.says}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
