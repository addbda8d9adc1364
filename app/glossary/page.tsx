// The words of the subject, each with its one sentence, and where the course first needs it.

import { Page } from '@/components/site/page'
import { type Entry, glossary } from '@/content/glossary'
import { slugOf } from '@/lib/posts/slug'
import { link } from '../address'
import { homesOfTerms, type TermHome } from '../terms'

export const metadata = {
  title: 'Glossary',
  description: 'The words of distributed systems, each in one sentence.',
}

export default async function Glossary() {
  const words = Object.entries(glossary).sort(([a], [b]) =>
    a.toLowerCase() < b.toLowerCase() ? -1 : 1,
  )
  const homes = await homesOfTerms()
  return (
    <Page title="Glossary" says="The words of the subject, each in one sentence of our own.">
      <dl className="border-b border-hair">
        {words.map(([word, entry]) => (
          <Word key={word} word={word} entry={entry} home={homes.get(word)} />
        ))}
      </dl>
    </Page>
  )
}

function Word({ word, entry, home }: { word: string; entry: Entry; home?: TermHome | undefined }) {
  return (
    <div
      className="
        grid gap-x-10 gap-y-1 border-t border-hair py-4 sm:grid-cols-[12rem_minmax(0,1fr)]
        lg:grid-cols-[18rem_minmax(0,1fr)]"
    >
      <dt id={slugOf(word)} className="scroll-mt-6 font-semibold target:text-accent">
        {word}
      </dt>
      <dd className="max-w-text">
        <p>{entry.says}</p>
        <p className="mt-1 text-[0.9375rem] text-soft">
          {home && <a href={link(`/${home.slug}`)}>Part {home.part}</a>}
          {entry.see && (
            <>
              {home && ' · '}see{' '}
              {entry.see.map((other, i) => (
                <span key={other}>
                  {i > 0 && ', '}
                  <a href={`#${slugOf(other)}`}>{other}</a>
                </span>
              ))}
            </>
          )}
        </p>
      </dd>
    </div>
  )
}
