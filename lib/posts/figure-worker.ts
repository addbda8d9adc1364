// One core of the check: takes a figure, answers with what there is to know of it.

import { parentPort } from 'node:worker_threads'
import type { Job } from './check/crew'
import { checkFigure } from './check/figure'

parentPort!.on('message', async ({ subject, said }: Job) => {
  parentPort!.postMessage(await checkFigure(subject, said))
})
