// Subscribing, told to a person: what there is, where it is, and how corrections arrive.

import { Page } from '@/components/site/page'
import { Address, Words } from '@/components/site/words'
import { tags } from '@/content/tags'
import { absolute, link, written } from '../address'
import { posts } from '../content'

export const metadata = {
  title: 'Feeds',
  description: 'Every article in full, every figure a picture: Atom, RSS and JSON Feed.',
}

const intro =
  'A feed tells your reader when something new is here. No address to leave, no account, ' +
  'nobody in between.'

export default function Feeds() {
  return (
    <Page title="Feeds" says={intro}>
      <Words id="subscribe" title="Subscribe">
        <p>
          Give any of these to a feed reader. All three carry the same: the newest twenty pieces, in
          full, with every figure as a picture that leads back to the moment it shows.
        </p>
        <dl className="mt-6">
          <Address href={link('/atom.xml')} says={absolute('/atom.xml')}>
            Atom. The one to take if your reader does not mind.
          </Address>
          <Address href={link('/rss.xml')} says={absolute('/rss.xml')}>
            RSS 2.0, for readers that know nothing else.
          </Address>
          <Address href={link('/feed.json')} says={absolute('/feed.json')}>
            JSON Feed 1.1, for those who write their own.
          </Address>
        </dl>
      </Words>
      <Subjects />
      <Words id="corrections" title="How corrections arrive">
        <p>
          An entry keeps its identity for good, whatever happens to its title or address. When a
          mistake is corrected, the piece says so under its text, with the day and one sentence, and
          the entry’s date of change moves; most readers then show it again. A comma put right moves
          nothing.
        </p>
      </Words>
      <Machines />
    </Page>
  )
}

/** What is filed under one subject, for whoever wants no more. */
async function Subjects() {
  const used = new Set((await posts()).flatMap((post) => post.tags))
  const named = Object.entries(tags).filter(([tag]) => used.has(tag))
  return (
    <Words id="subjects" title="One subject only">
      <p>
        Each subject has the same three, at the address of its page:{' '}
        {named.map(([tag, { title }], i) => (
          <span key={tag}>
            {i > 0 && ', '}
            <a href={link(`/tags/${tag}/atom.xml`)}>{title}</a>
          </span>
        ))}
        .
      </p>
    </Words>
  )
}

/** What has been written beside the feeds. */
function Machines() {
  const files = [
    { file: 'api/posts.json', says: 'all pieces as JSON, each with its figures and their facts' },
    { file: 'llms.txt', says: 'what there is, for language models' },
    { file: 'sitemap.xml', says: 'all addresses, with the day of their last change' },
  ].filter(({ file }) => written(file))
  if (files.length === 0) return null
  return (
    <Words id="machines" title="The same, for machines">
      <ul>
        {files.map(({ file, says }) => (
          <li key={file}>
            <a href={link(`/${file}`)}>{file}</a>: {says}
          </li>
        ))}
        {written('llms.txt') && (
          <li>
            Every piece as Markdown: its address with <code>.md</code> at the end
          </li>
        )}
      </ul>
    </Words>
  )
}
