// Rafts whose clients or sessions break one rule (§8): the fuzz must catch every one of them.

import { type AnyProtocol, send } from '@/lib/sim/protocol'
import { blank, isClient, type Serving, type State, serialOf } from './clients.kind'
import { applied, raft } from './index'
import { withClients } from './raft-clients'

const sound = withClients(raft, applied)
const { on } = sound
type On = typeof on

const mutant = (change: Partial<typeof sound>) => ({ ...sound, ...change }) as AnyProtocol
const hears = (rules: Partial<On>) => mutant({ on: { ...on, ...rules } })

/** Takes a command for done as soon as it stands in the leader's log. */
const answersEarly: On['request'] = (s, body, from, here) => {
  const [after, ...does] = on.request(s, body, from, here)
  const place = isClient(after) ? 0 : after.log.findIndex((e) => e.serial === body.serial) + 1
  const reply = send(from, 'reply', { serial: body.serial, place, leader: 0 })
  return place ? [after, ...does, reply] : [after, ...does]
}
/** Believes that a command in its log will be committed, whatever its term (against §5.4.2). */
const logsOnce: On['request'] = (s, body, from, here) => {
  const stands = !isClient(s) && s.leader === here.self
  const waits = stands && s.log.slice(s.committed).some((e) => e.serial === body.serial)
  return waits ? [s] : on.request(s, body, from, here)
}
/** Takes any answer for the one to its last command. */
const anyAnswer: On['reply'] = (s, body, from, here) => {
  const serial = isClient(s) ? serialOf(here.self, s.ops.length) : body.serial
  return on.reply(s, { ...body, serial }, from, here)
}
type Effects = readonly { readonly do: string; readonly type?: string }[]
/** Each retry has a serial number of its own. */
const otherSerial: (typeof sound)['after']['retry'] = (s, here) => {
  const [after, ...does] = sound.after.retry(s, here)
  const tries = isClient(after) ? (after.ops.at(-1)?.tries ?? 0) : 0
  const changed = (does as Effects).map((it) =>
    it.type === 'request' ? { ...it, body: retried(it, tries) } : it,
  )
  return [after, ...changed] as never
}
const retried = (it: object, tries: number) => {
  const { body } = it as { readonly body: { readonly serial: string; readonly value: string } }
  return { ...body, serial: `${body.serial}.${tries}` }
}

const knows = (s: Serving) => s.log[s.committed - 1]?.term === s.term
/** Takes itself for a majority when it is asked to read. */
const neverAsks: On['request'] = (s, body, from, here) => {
  const alone = { ...here, roles: { ...here.roles, server: [here.self] } }
  const reads = body.type === 'read' && !isClient(s) && s.role === 'leader' && knows(s)
  return on.request(s, body, from, reads ? alone : here)
}
/** Logs nothing of its own when it is asked to read. */
const noBlank = withClients(
  {
    ...raft,
    ask: {
      ...raft.ask,
      write: (s, command, here) =>
        command.value === blank.value
          ? raft.after.heartbeat(s, here)
          : raft.ask.write(s, command, here),
    },
  },
  applied,
)
/** And answers as soon as a majority has heard from it, whatever it knows to be committed. */
const answersBlindly: On['appended'] = (s, body, from, here) => {
  const [after, ...does] = noBlank.on.appended(s, body, from, here)
  if (isClient(after)) return [after, ...does]
  const due = after.reads.filter((it) => it.heard.length * 2 > here.roles.server.length)
  const done = applied(after)
  const value = done.at(-1)?.value ?? ''
  const replies = due.map(({ client, serial }) =>
    send(client, 'reply', { serial, place: done.length, leader: 0, value }),
  )
  const reads = after.reads.filter((it) => !due.includes(it))
  return [{ ...after, reads } as State, ...does, ...replies]
}

export const mutants: Record<string, AnyProtocol> = {
  'forgets-sessions': withClients(raft, (s) => s.log.slice(0, s.committed)) as AnyProtocol,
  'retries-under-another-serial': mutant({ after: { ...sound.after, retry: otherSerial } }),
  'answers-before-it-is-committed': hears({ request: answersEarly }),
  'never-logs-a-waiting-command-again': hears({ request: logsOnce }),
  'reads-without-a-round-of-heartbeats': hears({ request: neverAsks }),
  'reads-before-an-entry-of-its-own-term': {
    ...noBlank,
    on: { ...noBlank.on, appended: answersBlindly },
  } as AnyProtocol,
  'takes-an-answer-to-another-command': hears({ reply: anyAnswer }),
}
