// Which picture has which name, and how to fetch it.

import type { Picture } from './picture'

export const pictures: Record<string, () => Promise<Picture>> = {
  cluster: async () => (await import('./cluster')).cluster,
  lanes: async () => (await import('./lanes')).lanes,
  quorums: async () => (await import('./quorums')).quorums,
}
