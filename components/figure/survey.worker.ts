// Runs one scenario over many seeds beside the page, and tells the samples a batch at a time.

import { fetchProtocol } from '@/lib/protocols'
import { type Sample, type Share, sample } from '@/lib/sim/lean'

/** What the page hears: some more samples, or why there will be none. */
export type Told = { readonly samples: readonly Sample[] } | { readonly fault: string }

const batch = 10

async function survey(share: Share): Promise<void> {
  const protocol = await fetchProtocol(share.scenario.protocol)
  if (!protocol) return postMessage({ fault: 'there is no such protocol' } satisfies Told)
  for (let from = share.from; from < share.to; from += batch) {
    const to = Math.min(share.to, from + batch)
    const samples = sample(protocol, { ...share, from, to })
    postMessage({ samples } satisfies Told)
  }
}

addEventListener('message', ({ data }: MessageEvent<Share>) => {
  survey(data).catch((fault: Error) => postMessage({ fault: fault.message } satisfies Told))
})
