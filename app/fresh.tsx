'use client'
// In development: asks for the page anew when the content has been saved.

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

/** `drawn` is the stamp that the page was drawn with, `saves` where later ones are told. */
export function Fresh({ drawn, saves }: { drawn: number; saves: string }) {
  const router = useRouter()
  const [stamp, hear] = useState(drawn)
  useEffect(() => hearSaves(saves, hear), [saves])
  useEffect(() => {
    if (drawn !== stamp) router.refresh()
  }, [router, drawn, stamp])
  return null
}

/**
 * A browser has six connections to a server, and an author more pages open: one of them listens,
 * and tells the others; when it is closed, the next one does. Answers how to stop.
 */
function hearSaves(saves: string, hear: (stamp: number) => void) {
  const among = new BroadcastChannel(saves)
  const ending = new AbortController()
  let last: number | undefined
  const tell = (stamp: number) => {
    last = stamp
    hear(stamp)
    among.postMessage(stamp)
  }
  // Whoever is new asks what was said before it came.
  among.onmessage = ({ data }) => {
    if (data !== 'new') hear(Number(data))
    else if (last !== undefined) among.postMessage(last)
  }
  among.postMessage('new')
  const listen = () =>
    new Promise<void>((resolve) => {
      const source = new EventSource(saves)
      source.onmessage = ({ data }) => tell(Number(data))
      const stop = () => {
        source.close()
        resolve()
      }
      ending.signal.addEventListener('abort', stop)
    })
  // From another machine, over HTTP, a page has no locks: each listens for itself.
  const turn = navigator.locks?.request(saves, { signal: ending.signal }, listen) ?? listen()
  turn.catch(() => {})
  return () => {
    ending.abort()
    among.close()
  }
}
