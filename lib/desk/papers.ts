// `npm run papers`: the numbers that papers published, measured here on long runs, on all cores.

import { onThreads } from '@/lib/posts/crew'
import { among } from '@/lib/posts/edit/slugs'
import { type Experiment, holds, type Measured } from '@/lib/protocols/paper'
import { type PaperName, papers } from '@/lib/protocols/papers'
import type { Task } from './papers-worker'
import { flag, main, refuseWords, root, words } from './run'

const help = `npm run papers [-- NAME] [--ordinary]

Measures what papers have published (of all protocols that have such numbers, or of the one named):
for each number what was printed, what comes out here, how far it may be off with a sample of that
size, and the verdict. The samples are long (400,000 operations for each row of PBS): some minutes
on all cores. Ends with 1 if anything does not hold.

  --ordinary  the smaller samples that npm test holds the same numbers to`

type Job = Task & { readonly experiment: Experiment }

const jobsOf = async (name: PaperName): Promise<Job[]> => {
  const { experiments } = await papers[name]()
  const sizeOf = ({ ordinary, full }: Experiment) =>
    flag('ordinary') === undefined ? full : ordinary
  return experiments.map((experiment, nth) => ({
    ...{ name, nth, experiment, size: sizeOf(experiment) },
  }))
}

/** Measures all, each on one core; `tell` hears of each in turn, in the order of the jobs. */
const measureAll = async (
  jobs: readonly Job[],
  tell: (job: Job, measured: readonly Measured[]) => void,
) => {
  const found: (readonly Measured[])[] = []
  let told = 0
  const tasks = jobs.map(({ name, nth, size }): Task => ({ name, nth, size }))
  const heard = (measured: readonly Measured[], place: number) => {
    found[place] = measured
    for (; found[told]; told++) tell(jobs[told]!, found[told]!)
  }
  await onThreads(new URL('./papers-worker.ts', import.meta.url), tasks, { heard })
}

const short = (value: number) => `${Number(value.toPrecision(4))}`
const signs = { 'at least': '≥ ', 'at most': '≤ ' } as const
const row = (cells: readonly string[]) =>
  cells.map((cell, i) => (i ? cell.padStart(12) : `  ${cell.padEnd(52)}`)).join('')

/** One line for each number of an experiment; answers how many do not hold. */
const print = ({ experiment, size }: Job, measured: readonly Measured[]): number => {
  const { name, unit, published } = experiment
  console.log(`${name} (${size.toLocaleString('en')} ${unit})`)
  const verdicts = published.map((it, i) => {
    const { ours, margin } = measured[i]!
    const good = holds(it, measured[i]!)
    const printed = `${it.is ? signs[it.is] : ''}${short(it.value)}`
    const cells = [it.what, printed, short(ours), `± ${short(margin)}`, good ? 'holds' : 'MISSED']
    console.log(row(cells))
    return good
  })
  return verdicts.filter((good) => !good).length
}

if (process.argv[1]?.endsWith('papers.ts'))
  main(async () => {
    process.chdir(root)
    const [asked, ...more] = words()
    refuseWords(more, help)
    const names = Object.keys(papers) as PaperName[]
    if (asked) among('paper', asked, names)
    const chosen = names.filter((name) => !asked || name === asked)
    const began = Date.now()
    const jobs = (await Promise.all(chosen.map(jobsOf))).flat()
    let [all, missed] = [0, 0]
    let paper = ''
    const sources = new Map<string, string>()
    for (const name of chosen) sources.set(name, (await papers[name]()).source)
    await measureAll(jobs, (job, measured) => {
      if (job.name !== paper) {
        const heads = ['', 'published', 'ours', 'tolerance', 'verdict']
        console.log(`${paper ? '\n' : ''}${job.name}: ${sources.get(job.name)}\n${row(heads)}`)
      }
      paper = job.name
      all += measured.length
      missed += print(job, measured)
    })
    const seconds = ((Date.now() - began) / 1000).toFixed(0)
    console.log(`\n${all - missed} of ${all} numbers hold, ${seconds} s`)
    process.exitCode = missed ? 1 : 0
  }, help)
