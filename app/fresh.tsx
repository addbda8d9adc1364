'use client'
// In development: asks for the page anew when the watcher of the content has written a new stamp.

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import made from '@/.cache/stamp.json'

/** A page hears of every save by then, ms. */
const alive = 1000

/**
 * `drawn` is the stamp that the page was drawn with. Only this part of the browser's knows of the
 * stamp: a page that imported it would have Next load everything anew for each save.
 */
export function Fresh({ drawn }: { drawn: number }) {
  const router = useRouter()
  const isLate = useRef(true)
  // Effects run once more where this module is replaced by one with another stamp.
  useEffect(() => {
    if (drawn !== made.stamp) router.refresh()
  }, [router, drawn])
  useEffect(() => {
    if (!isLate.current) return
    // What was saved while the page came to life has reached nobody.
    const late = setTimeout(() => {
      isLate.current = false
      router.refresh()
    }, alive)
    return () => clearTimeout(late)
  }, [router])
  return null
}
