// One core of `draw`: draws some posts, and answers what is wrong with them.

import { parentPort } from 'node:worker_threads'
import { drawSome } from './bodies'

parentPort!.on('message', async (slugs: readonly string[]) => {
  parentPort!.postMessage(await drawSome(slugs))
})
