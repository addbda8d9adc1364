// The hands of a history: bars dragged by pointer and moved by keys, and changed by the bar below.

import { findBar, plotOf } from '@/components/pictures/data/history-plot'
import { placeIn } from '@/components/pictures/data/sheet'
import type { Shape } from '@/components/pictures/picture'
import type { History } from '@/lib/studies/drawn'
import {
  added,
  changed,
  type Entries,
  type Field,
  grain,
  moved,
  type Part,
  removed,
} from './history-edits'

/** What the hands hold at this moment; read anew whenever something happens. */
export type Held = {
  readonly data: History
  readonly entries: Entries
  readonly marked: number | undefined
  readonly mark: (i: number | undefined) => void
  /** `goesOn`: part of the same edit as the one before. */
  readonly set: (entries: Entries, goesOn?: boolean) => void
}

const shapeOf = (svg: Element): Shape => (svg.closest('[data-wide]') ? 'wide' : 'tall')

/** So near its end a bar is lengthened, and farther it is moved. */
const grip = 12
const partAt = (from: number, to: number, along: number): Part => {
  if (to - from < 3 * grip) return along > to - grip / 2 ? 'to' : 'all'
  return along < from + grip ? 'from' : along > to - grip ? 'to' : 'all'
}

/** A press on a bar marks it, and drags it until it is released. */
function grab(press: PointerEvent, held: () => Held): void {
  const svg = (press.target as Element).closest<SVGSVGElement>('[data-picture] svg[viewBox]')
  if (!svg) return
  const { data, entries, mark } = held()
  const shape = shapeOf(svg)
  const start = placeIn(svg, press)
  const i = findBar(data, shape, start.x, start.y)
  mark(i)
  if (i === undefined) return
  const { time, perUnit, down } = plotOf(data, shape)
  const { from, to } = entries[i]!
  const along = (place: { x: number; y: number }) => (down ? place.y : place.x)
  const part = partAt(time.place(from), time.place(to), along(start))
  let last = 0
  const drag = (event: PointerEvent) => {
    const by = Math.round(((along(placeIn(svg, event)) - along(start)) * perUnit) / grain) * grain
    if (by === last) return
    held().set(moved(entries, i, part, by), last !== 0)
    last = by
  }
  const moves = new AbortController()
  const end = () => moves.abort()
  addEventListener('pointermove', drag, { signal: moves.signal })
  for (const name of ['pointerup', 'pointercancel'])
    addEventListener(name, end, { signal: moves.signal })
}

/** Keys act while the picture has focus. */
function press(event: KeyboardEvent, { entries, marked, mark, set }: Held): void {
  if (!(event.target as Element).closest('[data-picture]')) return
  const { key, shiftKey, repeat } = event
  const step = { ArrowLeft: -grain, ArrowRight: grain }[key]
  const next = { ArrowUp: -1, ArrowDown: 1 }[key]
  const i = marked ?? (next === 1 ? -1 : entries.length)
  if (next) mark((i + next + entries.length) % entries.length)
  else if (marked === undefined) return
  else if (step) set(moved(entries, marked, shiftKey ? 'to' : 'all', step), repeat)
  else if (key === 'Delete' || key === 'Backspace') {
    set(removed(entries, marked))
    mark(undefined)
  } else if (key === 'Enter')
    (event.currentTarget as Element).querySelector<HTMLElement>('[data-field]')?.focus()
  else return
  event.preventDefault()
}

/** The buttons and fields of the bar below. */
function choose({ target }: Event, { entries, marked, mark, set }: Held): void {
  const { dataset } = (target as Element).closest<HTMLElement>('[data-add],[data-remove]') ?? {
    dataset: {} as DOMStringMap,
  }
  if (dataset.add) {
    const more = added(entries, dataset.add)
    set(more)
    if (more.length > entries.length) mark(more.length - 1)
  }
  if (dataset.remove === undefined || marked === undefined) return
  set(removed(entries, marked))
  mark(undefined)
}

function fill({ target }: Event, { entries, marked, set }: Held): void {
  const { dataset, value } = target as HTMLSelectElement
  if (dataset.field && marked !== undefined)
    set(changed(entries, marked, dataset.field as Field, value))
}

/** What a reader did while the hands were still on their way. */
export type Missed = {
  press: Event | undefined
  /** The press has not ended yet. */
  held: boolean
  key: Event | undefined
}

/** Gives a figure its hands; the answer takes them away. They first do what they have missed. */
export function attach(figure: HTMLElement, held: () => Held, missed: Missed): () => void {
  const ends = new AbortController()
  const { signal } = ends
  figure.addEventListener('pointerdown', (event) => grab(event, held), { signal })
  figure.addEventListener('keydown', (event) => press(event, held()), { signal })
  figure.addEventListener('click', (event) => choose(event, held()), { signal })
  figure.addEventListener('input', (event) => fill(event, held()), { signal })
  // A finger on a bar drags it, and anywhere else the page.
  figure.addEventListener(
    'touchstart',
    (event) => {
      if ((event.target as Element).closest('[data-bar]')) event.preventDefault()
    },
    { signal, passive: false },
  )
  const { press: pressed, key } = missed
  if (pressed) grab(pressed as PointerEvent, held)
  if (pressed && !missed.held) dispatchEvent(new Event('pointerup'))
  if (key?.type === 'keydown') press(key as KeyboardEvent, held())
  if (key?.type === 'click') choose(key, held())
  return () => ends.abort()
}
