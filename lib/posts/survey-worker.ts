// One core of a survey: takes a share of seeds, answers with its samples.

import { parentPort } from 'node:worker_threads'
import { fetchProtocol } from '@/lib/protocols'
import { type Share, sample } from '@/lib/sim/lean'
import { buildLimits } from '@/lib/sim/limits'

parentPort!.on('message', async (share: Share) => {
  const protocol = await fetchProtocol(share.scenario.protocol)
  parentPort!.postMessage(sample(protocol!, share, buildLimits))
})
