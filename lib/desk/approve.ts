// `npm run approve [slug …]`: shows what happens now in each figure, and keeps it.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkAll } from '@/lib/posts/check/all'
import { changes } from '@/lib/posts/check/changes'
import { known } from '@/lib/posts/edit/slugs'
import { describeFaults, type Fault } from '@/lib/posts/fault'
import { figuresIn, transcriptFile } from '@/lib/posts/folder'
import type { Linted } from '@/lib/posts/linted'
import { readSource } from '@/lib/posts/source'
import { writeWhole } from '@/lib/posts/store'
import { flag, main, Refusal, root } from './run'

const help = `npm run approve [-- slug …] [--dry-run]

Shows how the transcript of each figure has changed, and writes content/<slug>/<figure>.txt.

  slug …     only these posts
  --dry-run  shows, and writes nothing`

const read = (file: string) => (existsSync(join(root, file)) ? readSource(root, file).text : '')

/** What keeps a transcript from being seen: data that cannot run, a post that cannot be read. */
const hides = (
  { file, says }: Fault,
  posts: readonly Linted[],
  slugs: readonly string[],
): boolean => {
  const [, slug = ''] = file.split('/')
  const data = /^content\/[^/]+\/[^/]+\.ts$/.test(file) && !/^(transcript|because):/.test(says)
  const unread = posts.some((it) => it.file === file && !it.body)
  return (slugs.length === 0 || slugs.includes(slug)) && (data || unread)
}

main(async () => {
  const dry = flag('dry-run') !== undefined
  const slugs = process.argv.slice(2).filter((it) => !it.startsWith('--'))
  const { folder, figures, faults } = await checkAll(root, slugs)
  const strange = slugs.filter((slug) => !folder.folders.some((it) => it.slug === slug))
  for (const slug of strange) known(folder, slug)
  let written = 0
  for (const { slug, id, result } of figures) {
    const file = transcriptFile(slug, id)
    const before = read(file)
    if (before === result.story.text) continue
    console.log(`${file}\n${changes(before, result.story.text)}\n`)
    if (!dry) writeWhole(join(root, file), result.story.text)
    written++
  }
  for (const { slug, files } of folder.folders) {
    const ids = figuresIn({ slug, files })
    const lone = files.filter((it) => /^[^/]+\.txt$/.test(it) && !ids.includes(it.slice(0, -4)))
    // Nobody knows whether that was a transcript or somebody's notes, so it is not taken away here.
    if (slugs.length === 0 || slugs.includes(slug))
      for (const name of lone)
        console.log(
          `content/${slug}/${name}: it has no figure; if it was a transcript, delete it\n`,
        )
  }
  const sum = `${written} ${dry ? 'would be ' : ''}written`
  console.log(written === 0 ? 'nothing has changed' : sum)
  const unread = faults.filter((it) => hides(it, folder.posts, slugs))
  if (unread.length > 0) throw new Refusal(describeFaults(unread))
}, help)
