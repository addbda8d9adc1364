// One core of the fuzz: takes a range of seeds, answers with the first that fails.

import { parentPort, workerData } from 'node:worker_threads'
import { hunt } from '@/lib/sim/fuzz'
import { fuzzedProtocol, type Hunt } from './fuzz-subject'

const subject = fuzzedProtocol(workerData as Hunt)

parentPort?.on('message', async ([from, to]: readonly [number, number]) => {
  const { protocol, weather } = await subject
  parentPort?.postMessage(hunt(protocol, weather, from, to) ?? null)
})
