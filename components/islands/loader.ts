// All the script a page at rest has: it wakes a live part on intent, and keeps the first press.

import { follow } from './links'
import { offerCopies } from './offer'

/** What a part at rest has heard: the event, and what the field then said. */
export type Kept = readonly [event: Event, value: string]

const waking = new WeakMap<HTMLElement, Promise<unknown>>()
const kept = new WeakMap<HTMLElement, Kept>()
const sorry = (place: HTMLElement) => place.querySelector(':scope>button')

const onFault = (place: HTMLElement) => {
  const button = document.createElement('button')
  button.textContent = 'Could not load the player; try again'
  place.append(button)
  waking.delete(place)
}

const rouse = async (place: HTMLElement) => {
  place.ariaBusy = 'true'
  const refused = sorry(place)
  refused?.remove()
  try {
    const waker = await import('./hydrate')
    await waker.hydrate(place, onFault, kept)
  } catch {
    onFault(place)
    // Some browsers refuse for as long as a page lives what they once failed to fetch. Offline the
    // page stays: what is read is not lost.
    if (refused)
      fetch('', { cache: 'reload' })
        .then(({ ok }) => ok && location.reload())
        .catch(() => {})
  }
  place.ariaBusy = null
}

const wake = (place: HTMLElement) => {
  const promise = waking.get(place) ?? rouse(place)
  waking.set(place, promise)
  return promise
}

const onIntent = (event: Event & Partial<KeyboardEvent & PointerEvent>) => {
  const { type, key, pointerType, movementX, movementY } = event
  const target = event.target as HTMLInputElement
  const place = target.closest?.<HTMLElement>('[data-island]')
  if (!place || place.dataset.awake) return
  // Scrolling by is no intent: only a fine pointer that really moves; and once refused, a press.
  if (type === 'pointermove' && (pointerType === 'touch' || !(movementX || movementY))) return
  const passing = type === 'pointermove' || type === 'focusin'
  if (passing && sorry(place)) return
  const retry = target === sorry(place)
  void wake(place)
  if (passing || retry || type === 'pointerdown' || target.closest('a,summary')) return
  const typed = type === 'input'
  if (type === 'click' && target.value && !/checkbox|radio/.test(target.type)) return
  // Where one writes, a key is a letter, and heard as what the field then says.
  if (key && target.matches(':read-write')) return
  // Tab leaves; Enter and Space press a button, which is kept as its click.
  if (key && (/^(Tab|Esc.*|Shift|Enter| )$/.test(key) || event.ctrlKey || event.metaKey)) return
  event.stopImmediatePropagation()
  if (!typed) event.preventDefault()
  if (typed || !kept.has(place)) kept.set(place, [event, typed ? target.value : ''])
}

for (const type of ['pointerdown', 'pointermove', 'focusin', 'click', 'keydown', 'input'])
  document.addEventListener(type, onIntent, true)
// Focus may have been there before this was.
const early = document.activeElement?.closest<HTMLElement>('[data-island]')
if (early) void wake(early)
follow(wake)
offerCopies()
