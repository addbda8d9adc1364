'use client'
// What is behind More: what is wanted seldom, each fetched when it is.

import { type ReactNode, useState } from 'react'
import { mostNamed } from '@/components/pictures/cluster/place'
import type { Drawing } from '@/components/pictures/picture'
import { controls } from './controls'
import { type Copying, type Making, useCopying } from './copying'
import { isEdited, reset } from './edits'
import { frameAddress } from './frame'
import { toldAt } from './scene'
import { row, Sheet } from './sheet'
import type { SheetProps } from './sheets'

export const draw = (props: SheetProps): ReactNode => <More {...props} />

function More(props: SheetProps) {
  const { run, close } = props
  const [copying, copy] = useCopying((says) => {
    run.say(says)
    close()
  })
  const [choosing, choose] = useState(false)
  const [link, ...taken] = sharing(props, copying)
  if (choosing) return <Nodes {...props} />
  return (
    <Sheet title="More" onClose={close}>
      {copy}
      <Items items={[link!, ...asking(props, () => choose(true)), ...going(props), ...taken]} />
    </Sheet>
  )
}

/** Every node, also one that no picture shows. */
const Nodes = ({ run, open, close }: SheetProps) => (
  <Sheet title="Choose a node" onClose={close}>
    <Items items={run.film.names.map((name, i) => [name, () => open('menu', { node: i + 1 })])} />
  </Sheet>
)

/** What can be asked of a run. */
function asking({ run, open, close }: SheetProps, choose: () => void): readonly Item[] {
  const told = toldAt(run.scene, run.head.at)
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
  const comparing: readonly Item[] = run.twin
    ? [['Show this run alone', alone]]
    : [
        ['Compare with the published run', compare(first!), !run.comparable],
        ...(run.comparable ? others : []).map(
          (one): Item => [`Compare them in the ${one.name}`, compare(one)],
        ),
      ]
  // The menu of one of a crowd lets one choose another.
  const crowd = run.film.names.length > mostNamed
  return [
    ['Choose a node …', crowd ? () => open('menu', { node: 1 }) : choose],
    [controls.why.says, () => open('why', { event: told?.index ?? 0 }), !told],
    [controls.script.says, () => open('script')],
    ...comparing,
    ['Many runs', () => open('runs')],
  ]
}

/** Where one can go: back to what was published, or to what is told. */
function going({ run, open, close }: SheetProps): readonly Item[] {
  const { edited, head, scene } = run
  const startOver = () => {
    const { poster } = edited.past[0]!
    run.change(reset(edited), () => ({ at: poster, says: 'This is the published run.' }))
    close()
  }
  const goTo = (to: number | undefined) => () => {
    if (to !== undefined) head.seek(to)
    close()
  }
  return [
    ['Reset to the published run', startOver, !isEdited(edited)],
    [controls.tellBack.says, goTo(scene.told.findLast((one) => one.at < head.at)?.at)],
    [controls.tellOn.says, goTo(scene.told.find((one) => one.at > head.at)?.at)],
    [controls.keys.says, () => open('keys')],
  ]
}

/** What can be taken away; the link first. */
function sharing({ run, id }: SheetProps, copying: Copying): readonly Item[] {
  const { film, head, edited } = run
  const takeAway = () => import('./take-away')
  const figure = () => document.getElementById(id)!
  const title = film.scenario.title ?? film.protocol.says
  const link: Making = async () =>
    (await import('./share')).addressOf(film, head.at, id, isEdited(edited))
  const text: Making = async () => (await import('./scenario-text')).scenarioText(film.scenario)
  const frame: Making = async () => (await takeAway()).frameOf(id, title, figure().offsetHeight)
  const framing: Item = ['Copy a frame for your page', copying(frame, 'The frame is copied.')]
  return [
    ['Copy link', copying(link, 'The link is copied.')],
    ['Copy as a scenario', copying(text, 'The scenario is copied.')],
    ...(frameAddress(figure()) ? [framing] : []),
    ['Save the words', () => void takeAway().then((m) => m.saveTranscript(film, id))],
    ['Save the picture', () => void takeAway().then((m) => m.savePictures(figure(), id))],
  ]
}

type Item = readonly [says: string, act: () => void, disabled?: boolean]
const Items = ({ items }: { items: readonly Item[] }) =>
  items.map(([says, act, disabled = false]) => (
    <button
      key={says}
      type="button"
      className={row}
      aria-disabled={disabled}
      onClick={() => disabled || act()}
    >
      {says}
    </button>
  ))
