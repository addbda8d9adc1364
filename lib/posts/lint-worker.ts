// One core of the linter: takes some posts, answers with what there is to know of each.

import { parentPort } from 'node:worker_threads'
import { type Batch, lintBatch } from './lint/crew'

parentPort!.on('message', (batch: Batch) => {
  parentPort!.postMessage(lintBatch(batch))
})
