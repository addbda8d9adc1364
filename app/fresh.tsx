'use client'
// In development: asks for the page anew when the content has been saved.

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

/** `drawn` is the stamp that the page was drawn with, `saves` where later ones are told. */
export function Fresh({ drawn, saves }: { drawn: number; saves: string }) {
  const router = useRouter()
  const [stamp, hear] = useState(drawn)
  useEffect(() => {
    let source: EventSource | undefined
    // A browser has six connections to a server, and an author more pages open; one that is looked
    // at again hears at once what it missed.
    const listen = () => {
      source?.close()
      if (document.hidden) return
      source = new EventSource(saves)
      source.onmessage = ({ data }) => hear(Number(data))
    }
    listen()
    document.addEventListener('visibilitychange', listen)
    return () => {
      document.removeEventListener('visibilitychange', listen)
      source?.close()
    }
  }, [saves])
  useEffect(() => {
    if (drawn !== stamp) router.refresh()
  }, [router, drawn, stamp])
  return null
}
