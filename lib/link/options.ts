// A table of options as a link, and back: for figures without time. A link is hostile input.

import type { Json, Options } from '@/lib/sim/protocol'
import { optionsFault } from '@/lib/sim/valid'
import { fromBase64url, toBase64url } from './base64url'
import { longest } from './link'

type Given = { readonly [option: string]: Json }

/** The text behind `?s=`. Throws a sentence when it would be longer than a link may be. */
export function encodeOptions(options: Given): string {
  const text = toBase64url(JSON.stringify(options))
  if (text.length > longest)
    throw new Error(`This figure is too long for a link: ${text.length} of ${longest} characters.`)
  return text
}

/** What such a link says, each value held to its option; or one sentence. It never throws. */
export function decodeOptions(
  text: string,
  options: Options,
): { readonly options: Given } | { readonly fault: string } {
  if (text.length > longest)
    return { fault: `This link is too long: ${text.length} of at most ${longest} characters.` }
  try {
    const given: unknown = JSON.parse(fromBase64url(text) ?? '')
    const fault = optionsFault(options, given, ['options'])
    if (fault) return { fault: `This link is damaged at ${fault.path.join('.')}: ${fault.says}.` }
    return { options: given as Given }
  } catch {
    return { fault: 'This link is damaged: it holds no options.' }
  }
}
