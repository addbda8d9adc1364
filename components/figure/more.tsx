'use client'
// What is behind More: what is wanted seldom, each fetched when it is.

import { type ReactNode, useState } from 'react'
import { controls } from './controls'
import { isEdited, reset } from './edits'
import { toldAt } from './scene'
import { row, Sheet } from './sheet'
import type { SheetProps } from './sheets'

export const draw = (props: SheetProps): ReactNode => <More {...props} />

/** Makes a text, or throws the sentence that says why it cannot. */
type Making = () => Promise<string | undefined>

function More(props: SheetProps) {
  const { run, id, close, open } = props
  const { film, head, edited, scene } = run
  const [copy, setCopy] = useState<string>()
  const finish = (says: string, at?: number) => {
    run.say(says, at)
    close()
  }
  const compare = () => {
    const { says, at } = run.compare()
    finish(says, at)
  }
  const copying = (making: Making, done: string) => async () => {
    try {
      const text = await making()
      if (text === undefined) return finish('This figure is not in a post.')
      await navigator.clipboard.writeText(text).then(
        () => finish(done),
        () => setCopy(text),
      )
    } catch (fault) {
      finish((fault as Error).message)
    }
  }
  const startOver = () => {
    const { poster } = edited.past[0]!
    run.change(reset(edited), () => ({ at: poster, says: 'This is the published run.' }))
    close()
  }
  const takeAway = () => import('./take-away')
  const figure = () => document.getElementById(id)!
  const title = film.scenario.title ?? film.protocol.says
  const told = toldAt(scene, head.at)
  const goTold = (to: number | undefined) => () => {
    if (to !== undefined) head.seek(to)
    close()
  }
  const items: readonly Item[] = [
    [
      'Copy link',
      copying(
        async () => (await import('./share')).addressOf(film, head.at, id, isEdited(edited)),
        'The link is copied.',
      ),
    ],
    [controls.why.says, () => open('why', { event: told?.index ?? 0 }), !told],
    [controls.script.says, () => open('script')],
    [run.twin ? 'Show this run alone' : 'Compare with the published run', compare, !run.comparable],
    ['Many runs', () => open('runs')],
    ['Reset to the published run', startOver, !isEdited(edited)],
    [controls.tellBack.says, goTold(scene.told.findLast((one) => one.at < head.at)?.at)],
    [controls.tellOn.says, goTold(scene.told.find((one) => one.at > head.at)?.at)],
    [
      'Copy as a scenario',
      copying(
        async () => (await import('./scenario-text')).scenarioText(film.scenario),
        'The scenario is copied.',
      ),
    ],
    [
      'Copy a frame for your page',
      copying(
        async () => (await takeAway()).frameOf(id, title, figure().offsetHeight),
        'The frame is copied.',
      ),
    ],
    ['Save the words', () => void takeAway().then((m) => m.saveTranscript(film, id))],
    ['Save the picture', () => void takeAway().then((m) => m.savePictures(figure(), id))],
    [controls.keys.says, () => open('keys')],
  ]
  return (
    <Sheet title="More" onClose={close}>
      {copy !== undefined && <Copy of={copy} />}
      <Items items={items} />
    </Sheet>
  )
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

/** Where a browser will not copy, the reader can. */
const Copy = ({ of }: { of: string }) => (
  <label className="block px-4 py-2">
    Copy this:
    <textarea
      readOnly
      value={of}
      rows={3}
      className="mt-1 w-full border border-hair bg-panel px-2"
      onFocus={(event) => event.currentTarget.select()}
    />
  </label>
)
