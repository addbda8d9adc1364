// One core of `bodies`: draws some posts, and answers what is wrong with them.

import { parentPort } from 'node:worker_threads'
import { drawSome } from './body'

parentPort!.on('message', async (slugs: readonly string[]) => {
  parentPort!.postMessage(await drawSome(slugs))
})
