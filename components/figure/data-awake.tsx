'use client'
// A figure without time awake: whatever it shows, its dials, levers, links and the way back.

import { type ReactNode, type RefObject, useRef, useState } from 'react'
import type { Shape } from '@/components/pictures/picture'
import type { Json } from '@/lib/sim/protocol'
import { barOf, keepStop, walk } from './bar-keys'
import { onPress, pullOptions } from './data-buttons'
import { DataStage, type DataStageProps } from './data-stage'
import type { Dialled } from './dial-values'
import { type Edited, isEdited, type Setting, undo } from './edits'
import { useAwake, useDials, useMarks, useSaid, useSpoken, useVisits } from './use-data'

/** What can be edited in the picture itself, where something can. */
export type Editor = {
  /** The controls under the picture. */
  readonly bar: (marked: number | undefined) => ReactNode
  /** Gives the figure hands for it; the answer takes them away. */
  readonly attach: (figure: HTMLElement, held: () => Marking) => () => void
}
/** What is marked in a picture, and how to mark something else. */
export type Marking = {
  readonly marked: number | undefined
  readonly mark: (what: number | undefined) => void
}

export type DataAwakeProps<S extends Setting> = Pick<
  DataStageProps,
  'id' | 'title' | 'toolbar' | 'picture' | 'data' | 'facts' | 'says'
> & {
  /** Whose options the dials turn; fetched with the first turn. */
  of: () => Promise<Dialled>
  edited: Edited<S>
  change: (next: Edited<S>) => void
  onTurn: (option: string, value: Json) => void
  /** Something in the picture was chosen, by its number. */
  marked?: number | undefined
  onMark?: (what: number | undefined) => void
  /** Pulls a lever, by its place; left out, one that only turns options. */
  onPull?: ((lever: number) => void) | undefined
  /** The link to what is shown. */
  address: () => Promise<string>
  /** Shows what a link says; answers the sentence about it. */
  onVisit: (text: string) => Promise<string>
  /** Shows one value of what a survey goes over, which a sentence of the text speaks of. */
  onAt?: ((at: number) => void) | undefined
  editor?: Editor | undefined
  /** A choice among the runs of a survey. */
  onRun?: ((choice: string) => void) | undefined
}

export function DataAwake<S extends Setting>(props: DataAwakeProps<S>) {
  const { id, edited, data, picture, editor } = props
  const place = useRef<HTMLDivElement>(null)
  const awake = useAwake()
  const { marked, mark } = useMarks(place, props)
  const { said, say } = useSaid(edited.now)
  const [sheet, setSheet] = useState<ReactNode>()
  useVisits(place, props.onVisit, say, props.onAt)
  const dial = useDials(place, props)
  const act = actsOf(props, place, say, setSheet)
  const onPlace = (shape: Shape, x: number, y: number) => mark(picture.find?.(data, shape, x, y))
  const spoken = useSpoken(said ?? (typeof props.says === 'string' ? props.says : data.says))
  const [first] = useState(data)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      ref={place}
      role="group"
      aria-labelledby={`${id}-title`}
      onKeyDown={({ nativeEvent }) => act(heard(nativeEvent))}
      onFocus={({ target }) => keepStopOf(target)}
      onClick={({ nativeEvent }) => onPress(nativeEvent, (i) => pull(props, i), act)}
      onInput={({ nativeEvent }) => {
        const { dataset, value } = nativeEvent.target as HTMLSelectElement
        if (dataset.run !== undefined) props.onRun?.(value)
        else dial(nativeEvent)
      }}
    >
      <DataStage
        {...{ ...props, spoken, marked }}
        first={data === first ? undefined : first}
        says={said ?? props.says}
        onPlace={awake && !editor && picture.find ? onPlace : undefined}
      >
        {editor?.bar(marked)}
      </DataStage>
      {sheet}
    </div>
  )
}

const pull = <S extends Setting>({ onPull, change, edited }: DataAwakeProps<S>, i: number) =>
  onPull ? onPull(i) : change(pullOptions(edited, i))

function keepStopOf(target: Element) {
  const bar = barOf(target)
  if (bar) keepStop(bar, target)
}

/** What buttons and keys do, by name. */
const actsOf =
  <S extends Setting>(
    { id, edited, change, address }: DataAwakeProps<S>,
    place: RefObject<HTMLElement | null>,
    say: (text: string, of?: S) => void,
    setSheet: (sheet: ReactNode) => void,
  ) =>
  (name: string | undefined) => {
    if (name === 'undo' && isEdited(edited)) change(undo(edited))
    if (name === 'leave') place.current?.querySelector<HTMLElement>('[data-picture]')?.focus()
    if (name !== 'more') return
    const close = () => setSheet(undefined)
    const startOver = (next: Edited<S>, says: string) => {
      change(next)
      say(says, next.now)
    }
    const more = { id, edited, close, say, change: startOver, address }
    void import('./data-more').then(({ DataMore }) => setSheet(<DataMore {...more} />))
  }

/** What a key means: along the toolbar it goes from control to control by itself. */
function heard(event: KeyboardEvent): string | undefined {
  const { key, ctrlKey, metaKey, altKey } = event
  const target = event.target as Element
  if (ctrlKey || metaKey || altKey || target.closest('dialog')) return undefined
  const bar = barOf(target)
  if (bar && walk(bar, target, key)) event.preventDefault()
  return { z: 'undo', Escape: 'leave' }[key]
}
