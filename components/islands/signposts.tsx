'use client'
// In development, what the loader does about links once the site is exported.

import { useEffect } from 'react'
import { follow } from './links'
import { offerCopies } from './offer'

let up = false

/** However many islands put it up, links are followed once. */
export function Signposts() {
  useEffect(() => {
    if (up) return
    up = true
    offerCopies()
    // Next has woken the parts; a moment later their listeners are there too.
    follow(() => new Promise((done) => setTimeout(done, 100)))
  }, [])
  return null
}
