// In development: every protocol's options, commands, facts, promises and rules, for the author.

import { Page } from '@/components/site/page'
import { type ProtocolWords, protocolWords } from '@/lib/posts/protocol-words'
import { fetchProtocol, protocols } from '@/lib/protocols'

export const metadata = { title: 'Protocols' }

export default async function Protocols() {
  const all = await Promise.all(
    Object.keys(protocols).map(async (name) => protocolWords((await fetchProtocol(name))!)),
  )
  return (
    <Page
      title="Protocols"
      says="What a scenario may turn, ask and claim; seen in development only."
    >
      {all.map((protocol) => (
        <Protocol key={protocol.name} {...protocol} />
      ))}
    </Page>
  )
}

function Protocol({ name, says, sections }: ProtocolWords) {
  return (
    <section id={name} className="mt-10 border-t border-hair pt-5">
      <h2 className="text-[1.25em] font-semibold">{name}</h2>
      <p className="text-soft">{says}</p>
      {sections.map(({ title, items }) => (
        <div key={title} className="mt-5 grid gap-x-10 lg:grid-cols-[18rem_minmax(0,1fr)]">
          <h3 className="font-semibold">{title}</h3>
          <dl>
            {items.map((it) => (
              <div key={it.name} className="flex flex-wrap gap-x-4">
                <dt className="font-mono text-[0.8em]">{it.name}</dt>
                <dd className="text-[0.875em] text-soft">{it.says}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  )
}
