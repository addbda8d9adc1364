// One core of the papers: takes one experiment after another, and answers what it measured.

import { parentPort } from 'node:worker_threads'
import { type PaperName, papers } from '@/lib/protocols/papers'

/** Which experiment of which paper, and how large its sample. */
export type Task = { readonly name: PaperName; readonly nth: number; readonly size: number }

parentPort?.on('message', async ({ name, nth, size }: Task) => {
  const { experiments } = await papers[name]()
  parentPort?.postMessage(experiments[nth]!.measure(size))
})
