// One core of the compiler: takes some posts, answers with what is wrong with their bodies.

import { parentPort } from 'node:worker_threads'
import { type Batch, checkBatch } from './check/bodies'

parentPort!.on('message', async (batch: Batch) => {
  parentPort!.postMessage(await checkBatch(batch))
})
