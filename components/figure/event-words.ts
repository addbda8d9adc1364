// An event in one sentence, also where its rule said nothing.

import type { Film } from '@/lib/sim/film'
import type { Event } from '@/lib/sim/world'

export function eventSentence(film: Film, event: Event): string {
  if (event.says.length > 0) return event.says.join('; ')
  const name = film.names[event.node - 1] ?? 'the script'
  const what: Record<Event['kind'], string> = {
    start: 'starts',
    message: `receives ${event.type}`,
    timer: `sees its ${event.type} timer run out`,
    ask: `is asked to ${event.type}`,
    wake: 'wakes',
    line: `brings ${event.type}`,
    end: `ends ${event.type}`,
    death: 'misses a message',
  }
  return `${name} ${what[event.kind]}`
}
