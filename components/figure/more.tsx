'use client'
// What is behind More: what is wanted seldom, each fetched when it is.

import type { ReactNode } from 'react'
import type { Drawing } from '@/components/pictures/picture'
import { seen } from './bar-keys'
import { controls } from './controls'
import { type Copying, type Making, useCopying } from './copying'
import { isEdited, reset } from './edits'
import { frameAddress } from './frame'
import { brokenWords } from './promises'
import { subjectAt } from './scene'
import { Choice, type Item, Sheet } from './sheet'
import type { SheetProps } from './sheets'

export const draw = (props: SheetProps): ReactNode => <More {...props} />

function More(props: SheetProps) {
  const { run, close } = props
  const [copying, copy] = useCopying((says) => {
    run.say(says)
    close()
  })
  const [link, ...taken] = sharing(props, copying)
  return (
    <Sheet title="More" onClose={close}>
      {copy}
      {[link!, ...asking(props), ...going(props), ...taken].map((item) => (
        <Choice key={item[0]} of={item} />
      ))}
    </Sheet>
  )
}

/** What can be asked of a run. */
function asking(props: SheetProps): readonly Item[] {
  const { run, id, open } = props
  const told = subjectAt(run.scene, run.head.at)
  const isOther = showsOther(run, id) && 'the other run is asked'
  return [
    ['Choose a node …', () => open('menu')],
    [controls.why.says, () => open('why', { event: told!.index }), told ? isOther : nothingYet],
    [controls.script.says, () => open('script')],
    ...comparing(props),
    ['Many runs', () => open('runs')],
  ]
}

/** A run beside the published one, and alone again. */
function comparing({ run, close }: SheetProps): readonly Item[] {
  const compare = (picture: Drawing) => async () => {
    close()
    // What was lit would hide what differs.
    run.lay(undefined)
    const { says, at } = await run.compare(picture)
    run.say(says, at)
  }
  const alone = () => {
    run.part()
    run.say('This run alone.')
    close()
  }
  const [first, ...others] = run.developed.pictures
  if (run.twin) return [['Show this run alone', alone]]
  return [
    ['Compare with the published run', compare(first!), whyAlone(run)],
    ...(run.comparable ? others : []).map(
      (one): Item => [`Compare them in the ${one.name}`, compare(one)],
    ),
  ]
}

/** Whether a phone shows the second of two runs, and not the one that is asked. */
function showsOther({ twin, developed }: SheetProps['run'], id: string): boolean {
  const first = document.querySelector(`[id="${id}"] [data-picture] .framed`)!
  return (twin !== undefined || developed.films.length > 1) && !seen(first)
}

const nothingYet = 'nothing is told before this moment'
const unchanged = 'nothing has been changed'

/** Why a run is not held against the published one. */
const whyAlone = ({ comparable, developed }: SheetProps['run']) =>
  !comparable && (developed.films.length > 1 ? 'two runs stand side by side already' : unchanged)

/** Where one can go: back to what was published, to what is told, to what broke. */
function going({ run, open, close }: SheetProps): readonly Item[] {
  const { edited, film, head, scene } = run
  const startOver = () => {
    const { poster } = edited.past[0]!
    // Whoever goes back to it would see it as it stood.
    const land = { at: poster, play: false, says: 'This is the published run.' }
    close()
    run.change(reset(edited), () => land)
  }
  const goTo = (to: number | undefined, says?: string) => () => {
    head.seek(to!)
    if (says) run.say(says, to)
    close()
  }
  const before = scene.told.findLast((one) => one.at < head.at)
  const after = scene.told.find((one) => one.at > head.at)
  return [
    ['Reset to the published run', startOver, !isEdited(edited) && unchanged],
    [controls.tellBack.says, goTo(before?.at), !before && nothingYet],
    [controls.tellOn.says, goTo(after?.at), !after && 'nothing is told after this moment'],
    // The strip under the line is for a mouse or a finger; by keys one comes here.
    ...film.broken.map(
      (one): Item => [`Go to where “${one.promise}” breaks`, goTo(one.at, brokenWords(one))],
    ),
    [controls.keys.says, () => open('keys')],
  ]
}

/** What can be taken away; the link first. */
function sharing({ run, id, close }: SheetProps, copying: Copying): readonly Item[] {
  const { film, head, edited } = run
  const takeAway = () => import('./take-away')
  const figure = () => document.getElementById(id)!
  const title = film.scenario.title ?? film.protocol.says
  const link: Making = async () =>
    (await import('./share')).addressOf(film, head.at, id, isEdited(edited))
  const text: Making = async () => (await import('./scenario-text')).scenarioText(film.scenario)
  const saving = (save: (tools: Awaited<ReturnType<typeof takeAway>>) => void) => async () => {
    save(await takeAway())
    run.say('It is saved.')
    close()
  }
  const frame: Making = async () => (await takeAway()).frameOf(id, title, figure().offsetHeight)
  const framing: Item = ['Copy a frame for your page', copying(frame, 'The frame is copied.')]
  return [
    ['Copy link', copying(link, 'The link is copied.')],
    ['Copy as a scenario', copying(text, 'The scenario is copied.')],
    ...(frameAddress(figure()) ? [framing] : []),
    ['Save the words', saving((m) => m.saveTranscript(film, id))],
    ['Save the picture', saving((m) => m.savePictures(figure(), id))],
  ]
}
