// The one door of this room: a scenario and a moment to an address, and back.

export { type Decoded, decode, encode, type Shared } from './link'
export { decodeOptions, encodeOptions } from './options'
