// `npm run bench`: kernel, checkers, figures and content, timed, each beside a baseline of its run.

import { execFileSync } from 'node:child_process'
import { benchContent, contentPass } from './bench/content'
import { benchFrames } from './bench/frames'
import { benchHistories } from './bench/histories'
import { benchElections, benchHeap, benchKernel } from './bench/kernel'
import type { Row } from './bench/row'
import { printRows } from './bench/table'
import { flag, main, refuseWords, root, words } from './run'

const help = `npm run bench

Kernel, checkers, figures and content, timed, each beside a baseline measured in the same run.
Takes some minutes.

  --frames  only the frames of a figure that plays`

/** The heap is only known where the collector can be called. */
const heapElsewhere = (): readonly Row[] => {
  const args = ['--expose-gc', '--import', 'tsx', 'lib/desk/bench.ts', '--heap']
  return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }))
}

main(
  async () => {
    refuseWords(words('pass'), help)
    const folder = flag('pass')
    if (folder) await contentPass(folder)
    else if (flag('heap') !== undefined) console.log(JSON.stringify(await benchHeap()))
    else if (flag('frames') !== undefined) printRows(await benchFrames())
    else {
      const kernel = [...(await benchKernel()), ...(await benchElections()), ...benchHistories()]
      printRows([...kernel, ...heapElsewhere(), ...(await benchFrames()), ...benchContent()])
    }
  },
  help,
  ['pass', 'heap'],
)
