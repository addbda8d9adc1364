// A protocol as its author's reference: what it takes, may be asked, tells and promises.

import { run } from '@/lib/sim/lean'
import type { AnyProtocol, Command, Facts, Option } from '@/lib/sim/protocol'
import { exampleOf } from './example'
import { rulesOf } from './rule'

/** A name and what is to be said of it. */
export type Item = { readonly name: string; readonly says: string }
export type ProtocolWords = {
  readonly name: string
  readonly says: string
  readonly sections: readonly { readonly title: string; readonly items: readonly Item[] }[]
}

const kinds: { readonly [is in Option['is']]: (option: never) => string } = {
  number: ({ from, to }: Extract<Option, { is: 'number' }>) => `${from} to ${to}`,
  range: ({ from, to }: Extract<Option, { is: 'range' }>) => `two numbers, ${from} to ${to}`,
  switch: () => 'a switch',
  choice: ({ of }: Extract<Option, { is: 'choice' }>) => of.join(' or '),
  text: ({ longest }: Extract<Option, { is: 'text' }>) => `text, at most ${longest} characters`,
  data: () => 'data',
}

const optionWords = (option: Option) =>
  `${option.says} (${kinds[option.is](option as never)}; ${JSON.stringify(option.default)})`

const options = (all: { readonly [name: string]: Option }): Item[] =>
  Object.entries(all).map(([name, option]) => ({ name, says: optionWords(option) }))

const commandWords = ({ says, takes, role }: Command) => {
  const fields = options(takes).map((it) => `${it.name}: ${it.says}`)
  return [`${says}${role ? `, asked of a ${role}` : ''}`, ...fields].join('; ')
}

/** The sentences of a rule's doc comment, on one line. */
const docOf = (code: string) =>
  (/^\/\*\*([\s\S]*?)\*\//.exec(code)?.[1] ?? '')
    .replace(/^\s*\* ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim()

const rules = (name: string): Item[] =>
  [...rulesOf(name)]
    .filter(([rule]) => /^(on|after|ask)\.|^(start|wake)$/.test(rule))
    .map(([rule, { file, line, code }]) => ({
      name: rule,
      says: [docOf(code), `${file}:${line}`].filter(Boolean).join(' '),
    }))

const sentences = (all: object = {}): Item[] => Object.keys(all).map((name) => ({ name, says: '' }))
const factItems = (facts: Facts): Item[] =>
  Object.entries(facts).map(([name, value]) => ({ name, says: JSON.stringify(value) }))

/** Everything about one protocol, in the order in which one needs it. */
export const protocolWords = (protocol: AnyProtocol): ProtocolWords => {
  const { name, says, roles = ['node'], pictures } = protocol
  const { facts } = run(protocol, exampleOf(protocol), { promises: false })
  const commands = Object.entries(protocol.commands as { [name: string]: Command })
  return {
    name,
    says,
    sections: [
      { title: 'roles', items: roles.map((role) => ({ name: role, says: '' })) },
      { title: 'options', items: options(protocol.options) },
      {
        title: 'commands',
        items: commands.map(([command, it]) => ({ name: command, says: commandWords(it) })),
      },
      { title: 'facts, at the end of a small run', items: factItems(facts) },
      { title: 'promises, held after every event', items: sentences(protocol.always) },
      { title: 'endings, required once faults are over', items: sentences(protocol.eventually) },
      { title: 'rules, for <Rule>', items: rules(name) },
      { title: 'pictures', items: pictures.map((it) => ({ name: it, says: '' })) },
    ].filter(({ items }) => items.length > 0),
  }
}
