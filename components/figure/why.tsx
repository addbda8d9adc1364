'use client'
// Why? The told events that led to one, newest first, and the messages that did not arrive.

import type { ReactNode } from 'react'
import { why } from '@/lib/sim/cause'
import { eventAt, type Film } from '@/lib/sim/film'
import { deathWords, momentWords } from '@/lib/sim/words'
import type { Event, Message } from '@/lib/sim/world'
import { relationOf } from './relation'
import { row, Sheet } from './sheet'
import type { SheetProps } from './sheets'

export const draw = (props: SheetProps): ReactNode => <Why {...props} />

/** An event in one sentence, also where its rule said nothing. */
export function eventSentence(film: Film, event: Event): string {
  if (event.says.length > 0) return event.says.join('; ')
  const name = film.names[event.node - 1] ?? 'the script'
  const what: Record<Event['kind'], string> = {
    start: 'starts',
    message: `receives ${event.type}`,
    timer: `runs out of ${event.type} time`,
    ask: `is asked to ${event.type}`,
    wake: 'wakes',
    line: `brings ${event.type}`,
    end: `ends ${event.type}`,
    death: 'misses a message',
  }
  return `${name} ${what[event.kind]}`
}

function Why({ run, about, close, open }: SheetProps) {
  const { film, head, chosen, choose } = run
  const event = eventAt(film, about.event ?? 0)
  const { events, missing } = why(film, event.index)
  const go = (to: Event) => {
    head.seek(to.at)
    open('why', { event: to.index })
  }
  const compare = () => {
    choose(event.index)
    close()
  }
  return (
    <Sheet title={`At ${momentWords(event.at)}`} onClose={close}>
      <p className="px-4 pb-2">{eventSentence(film, event)}</p>
      {chosen !== undefined && chosen !== event.index && (
        <Compared film={film} first={chosen} second={event.index} onGo={go} />
      )}
      <button type="button" className={`${row} border-t border-hair`} onClick={compare}>
        Compare it with another event
      </button>
      <Missing film={film} messages={missing} />
      <h3 className={heading}>
        {events.length > 0 ? 'What came before, and led to it' : 'Nothing that is told led to it'}
      </h3>
      {events.map((one) => (
        <button key={one.index} type="button" className={row} onClick={() => go(one)}>
          {one.says.join('; ')}
          <i className="block text-[0.8125rem] leading-4 text-soft">{momentWords(one.at)}</i>
        </button>
      ))}
    </Sheet>
  )
}

const heading = 'border-t border-hair px-4 pt-2 text-soft italic'
const mostMissing = 12

/** Messages that died on their way here while a timer ran. */
function Missing({ film, messages }: { film: Film; messages: readonly Message[] }) {
  if (messages.length === 0) return null
  return (
    <>
      <h3 className={heading}>What did not arrive</h3>
      <ul className="px-4 pb-2">
        {messages.slice(0, mostMissing).map(({ id, until }) => (
          <li key={id}>
            {deathWords(film, id)} ({momentWords(until)})
          </li>
        ))}
      </ul>
    </>
  )
}

const verdicts = {
  before: 'It happened before this, and may have led to it:',
  after: 'It happened after this, which may have led to it:',
  concurrent: 'Neither knew of the other: they are concurrent.',
  same: '',
}

type ComparedProps = {
  film: Film
  /** The event that was chosen to be compared, and the one that is asked about. */
  first: number
  second: number
  onGo: (to: Event) => void
}
/** How the chosen event stands to this one, and the chain between them. */
function Compared({ film, first, second, onGo }: ComparedProps) {
  const { is, chain } = relationOf(film, first, second)
  const chosen = eventAt(film, first)
  return (
    <div className="border-t border-hair py-2">
      <p className="px-4">
        <i>Compared with:</i> {eventSentence(film, chosen)} ({momentWords(chosen.at)}).
      </p>
      <p className="px-4 py-1 font-semibold">{verdicts[is]}</p>
      {chain.map((one) => (
        <button key={one.index} type="button" className={row} onClick={() => onGo(one)}>
          {momentWords(one.at)}: {eventSentence(film, one)}
        </button>
      ))}
    </div>
  )
}
