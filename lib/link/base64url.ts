// Text to base64url and back, in UTF-8, with nothing but what every engine has.

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A text as base64url without padding. */
export function toBase64url(text: string): string {
  const bytes = new TextEncoder().encode(text)
  let out = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const three = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const count = Math.min(4, bytes.length - i + 1)
    for (let k = 0; k < count; k++) out += digits[(three >> (18 - 6 * k)) & 63]
  }
  return out
}

/** The text behind base64url; undefined where it is none, or not UTF-8. */
export function fromBase64url(code: string): string | undefined {
  const bytes: number[] = []
  let [bits, held] = [0, 0]
  for (const digit of code) {
    const value = digits.indexOf(digit)
    if (value < 0) return undefined
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 255)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes))
  } catch {
    return undefined
  }
}
