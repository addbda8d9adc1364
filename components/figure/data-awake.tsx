'use client'
// A figure without time awake: whatever it shows, its dials, levers, links and the way back.

import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Shape } from '@/components/pictures/picture'
import type { Json } from '@/lib/sim/protocol'
import { keepStop, walk } from './bar-keys'
import { onDial, onPress, pullOptions, showState } from './data-buttons'
import { DataStage, type DataStageProps } from './data-stage'
import type { Dialled } from './dial-values'
import { type Edited, isEdited, type Setting, undo } from './edits'

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
  editor?: Editor | undefined
  /** A choice among the runs of a survey. */
  onRun?: ((choice: string) => void) | undefined
}

export function DataAwake<S extends Setting>(props: DataAwakeProps<S>) {
  const { id, edited, change, data, picture, editor, of } = props
  const place = useRef<HTMLDivElement>(null)
  // The first drawing is the server's, without hands, so that hydration finds what it expects.
  const [awake, setAwake] = useState(false)
  useLayoutEffect(() => setAwake(true), [])
  const [own, markOwn] = useState<number>()
  const { marked = own, onMark: mark = markOwn } = props
  const { said, say } = useSaid(edited.now)
  const [sheet, setSheet] = useState<ReactNode>()
  const marking = useRef<Marking>({ marked, mark })
  marking.current = { marked, mark }
  const edits = editor !== undefined
  useEffect(() => editor?.attach(place.current!, () => marking.current), [edits])
  useVisits(place, props, say)
  const latest = useRef({ edited, onTurn: props.onTurn })
  latest.current = { edited, onTurn: props.onTurn }
  useEffect(() => showState(place.current!, edited, of), [edited])
  const dial = (event: Event) =>
    void onDial(
      event,
      of,
      () => latest.current.edited.now,
      (option, value) => latest.current.onTurn(option, value),
    )
  const step = (next: Edited<S>, says?: string) => {
    change(next)
    if (says) say(says, next.now)
  }
  const pull = (i: number) => (props.onPull ? props.onPull(i) : change(pullOptions(edited, i)))
  const press = (name: string | undefined) => {
    if (name === 'undo' && isEdited(edited)) step(undo(edited))
    if (name === 'leave') place.current?.querySelector<HTMLElement>('[data-picture]')?.focus()
    if (name !== 'more') return
    const close = () => setSheet(undefined)
    const more = { id, edited, close, say, change: step, address: props.address }
    void import('./data-more').then(({ DataMore }) => setSheet(<DataMore {...more} />))
  }
  const onPlace = (shape: Shape, x: number, y: number) => mark(picture.find?.(data, shape, x, y))
  const spoken = useSpoken(data.says, said)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      ref={place}
      role="group"
      aria-labelledby={`${id}-title`}
      onKeyDown={(event) => press(heard(event.nativeEvent))}
      onFocus={({ target }) => {
        const bar = target.closest('[role=toolbar]')
        if (bar) keepStop(bar, target)
      }}
      onClick={({ nativeEvent }) => onPress(nativeEvent, pull, press)}
      onInput={({ nativeEvent }) => {
        const { dataset, value } = nativeEvent.target as HTMLSelectElement
        if (dataset.run !== undefined) props.onRun?.(value)
        else dial(nativeEvent)
      }}
    >
      <DataStage
        {...props}
        says={said ?? props.says}
        spoken={spoken}
        marked={marked}
        onPlace={awake && !editor && picture.find ? onPlace : undefined}
      >
        {editor?.bar(marked)}
      </DataStage>
      {sheet}
    </div>
  )
}

/** What a key means: along the toolbar it goes from control to control by itself. */
function heard(event: KeyboardEvent): string | undefined {
  const { key, ctrlKey, metaKey, altKey } = event
  const target = event.target as Element
  if (ctrlKey || metaKey || altKey || target.closest('dialog')) return undefined
  const bar = target.closest('[role=toolbar]')
  if (bar && walk(bar, target, key)) event.preventDefault()
  return { z: 'undo', Escape: 'leave' }[key]
}

/** A sentence about an edit or a link: it stands until something else is shown. */
function useSaid<S>(now: S) {
  const [said, set] = useState<{ text: string; of: S }>()
  return {
    said: said?.of === now ? said.text : undefined,
    say: (text: string, of = now) => set({ text, of }),
  }
}

/** A link that names this figure and what it should show. */
function useVisits<S extends Setting>(
  place: RefObject<HTMLElement | null>,
  { onVisit }: DataAwakeProps<S>,
  say: (text: string) => void,
) {
  const latest = useRef(onVisit)
  latest.current = onVisit
  const latestSay = useRef(say)
  latestSay.current = say
  useEffect(() => {
    const island = place.current?.closest('[data-island]')
    const onTravel = (event: Event) => {
      const text = new URLSearchParams((event as CustomEvent<string>).detail).get('s')
      // After what the visit changes has been drawn.
      if (text !== null)
        void latest.current(text).then((says) => {
          setTimeout(() => latestSay.current(says), 50)
        })
    }
    island?.addEventListener('travel', onTravel)
    return () => island?.removeEventListener('travel', onTravel)
  }, [place])
}

/** Spoken this long after the last change, so that a dial that is turned is not a flood. */
const restMs = 500

function useSpoken(says: string, said: string | undefined): string {
  const [spoken, speak] = useState('')
  const first = useRef(says)
  const words = said ?? says
  useEffect(() => {
    if (words === first.current) return
    const timer = setTimeout(() => {
      first.current = ''
      speak(words)
    }, restMs)
    return () => clearTimeout(timer)
  }, [words])
  return spoken
}
