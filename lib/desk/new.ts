// `npm run new`: a new post with a first figure, or a new figure of a post.

import { newFigure, newPost } from '@/lib/posts/edit/new'
import { dataFile, postFile, transcriptFile } from '@/lib/posts/folder'
import { flag, main, Refusal, root, words } from './run'

const help = `npm run new -- "A title" [--protocol raft] [--note]
npm run new -- figure <slug> <name> [--protocol raft]

Makes content/<slug>/post.mdx, a draft with front matter and a first figure; or adds a figure to
a post: its data file, its transcript, and the two lines in post.mdx.

  --protocol  what the figure runs (raft, if left out)
  --note      a note, not an article`

const listed = (slug: string, name: string) =>
  [postFile(slug), dataFile(slug, name), transcriptFile(slug, name)].join('\n')

/** What `--protocol` names. */
const protocolGiven = () => {
  const said = flag('protocol')
  if (said === '') throw new Refusal('--protocol takes a name; npm run protocols lists them')
  return said ?? 'raft'
}

if (process.argv[1]?.endsWith('new.ts'))
  main(async () => {
    const given = words('protocol')
    const [first, slug, name, more] = given
    if (first === undefined || given.join() === 'figure') throw new Refusal(help)
    const protocol = protocolGiven()
    if (first !== 'figure') {
      if (slug !== undefined)
        throw new Refusal(`the title in quotes: npm run new -- "${given.join(' ')}"`)
      const made = await newPost(root, first, { protocol, note: flag('note') !== undefined })
      return console.log(listed(made, 'first-figure'))
    }
    if (!slug || !name || more)
      throw new Refusal('npm run new -- figure <slug> <name> [--protocol raft]')
    await newFigure(root, slug, name, { protocol })
    console.log(listed(slug, name))
  }, help)
