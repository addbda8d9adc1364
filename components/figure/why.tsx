'use client'
// Why? Both parents of an event, what was told that led to it, newest first, and the messages that
// did not arrive; the pictures light it up.

import { type ReactNode, useEffect } from 'react'
import { why } from '@/lib/sim/cause'
import { eventAt, type Film } from '@/lib/sim/film'
import { deathWords, momentWords } from '@/lib/sim/words'
import type { Event, Message } from '@/lib/sim/world'
import { controls } from './controls'
import { eventSentence } from './event-words'
import { light } from './light'
import { relationOf } from './relation'
import { row, Sheet } from './sheet'
import type { SheetProps } from './sheets'

export const draw = (props: SheetProps): ReactNode => {
  const { event } = props.about
  return event === undefined ? <Untold {...props} /> : <Why {...props} of={event} />
}

/** By its key it can be asked for also where there is nothing to ask about. */
const Untold = ({ close }: SheetProps) => (
  <Sheet title={controls.why.says} onClose={close}>
    <p className="px-4 pb-4">Nothing is told before this moment.</p>
  </Sheet>
)

function Why({ run, id, of, close, open }: SheetProps & { of: number }) {
  const { film, head, chosen } = run
  const event = eventAt(film, of)
  const { events, missing } = why(film, event.index)
  // At its own moment, where the lanes have the event on their page.
  useEffect(() => {
    if (head.at === event.at) void light(run, event.index)
    else head.seek(event.at)
  }, [film, event.index, head.at])
  const go = (to: Event) => open('why', { event: to.index })
  // Beside the figure, so that what is lit can be seen.
  const figure = document.getElementById(id) ?? undefined
  const { compare, stop } = comparing(run, event.index, close)
  return (
    <Sheet title={`At ${momentWords(event.at)}`} anchor={figure} onClose={close}>
      <p className="px-4 pb-2">{eventSentence(film, event)}</p>
      {chosen !== undefined && chosen !== event.index && (
        <Compared film={film} first={chosen} second={event.index} onGo={go} onStop={stop} />
      )}
      <button type="button" className={`${row} border-t border-hair`} onClick={compare}>
        Compare it with another event
      </button>
      <Parents film={film} event={event} onGo={go} />
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

/** Holds an event, to be compared with as many others as the reader likes; or holds none. */
const comparing = (run: SheetProps['run'], event: number, close: () => void) => ({
  compare: () => {
    run.choose(event)
    run.say('Choose the other event: in the lanes, or by Why.')
    close()
  },
  stop: () => {
    run.choose(undefined)
    close()
  },
})

/** What a cause did to bring an event about. */
const deeds: Partial<Record<Event['kind'], string>> = {
  message: 'sent it',
  timer: 'set the timer',
  ask: 'asked for it',
  wake: 'woke it',
  end: 'began it',
  death: 'sent the message',
}

type ParentsProps = { film: Film; event: Event; onGo: (to: Event) => void }
/** The event before it on its node, and the one that sent, set or ordered it. */
function Parents({ film, event, onGo }: ParentsProps) {
  const [before, cause] = event.parents
  const name = film.names[event.node - 1]
  const deed = deeds[event.kind]
  const parents = [
    { index: before, is: `before it on ${name}` },
    { index: cause, is: deed ?? 'its cause' },
  ].filter(({ index }) => index >= 0)
  if (parents.length === 0) return null
  const same = before === cause && parents.length > 1
  const shown = same ? [{ index: before, is: `${parents[0]!.is}, and ${deed}` }] : parents
  return (
    <>
      <h3 className={heading}>What it comes from</h3>
      {shown.map(({ index, is }) => {
        const parent = eventAt(film, index)
        return (
          <button key={is} type="button" className={row} onClick={() => onGo(parent)}>
            {eventSentence(film, parent)}
            <i className="block text-[0.8125rem] leading-4 text-soft">
              {is}, {momentWords(parent.at)}
            </i>
          </button>
        )
      })}
    </>
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
  onStop: () => void
}
/** How the chosen event stands to this one, and the chain between them. */
function Compared({ film, first, second, onGo, onStop }: ComparedProps) {
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
      <button type="button" className={row} onClick={onStop}>
        Stop comparing
      </button>
    </div>
  )
}
