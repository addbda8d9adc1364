'use client'
// In development: asks for the page anew when the watcher of the content has written a new stamp.

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import made from '@/.cache/stamp.json'

/** A page hears of every save by then, ms. */
const alive = 1000

/**
 * `drawn` is the stamp that the page was drawn with. Only this part of the browser's knows of the
 * stamp: a page that imported it would have Next load everything anew for each save.
 */
export function Fresh({ drawn }: { drawn: number }) {
  const router = useRouter()
  useEffect(() => {
    if (drawn !== made.stamp) router.refresh()
  }, [router, drawn])
  useEffect(() => {
    // What was saved while the page came to life has reached nobody.
    const late = setTimeout(() => router.refresh(), alive)
    return () => clearTimeout(late)
  }, [router])
  return null
}
