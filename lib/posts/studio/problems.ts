// What the linter says of one post, with places that an editor can mark.

import { type Fault, sorted } from '../fault'
import { readFigures } from '../figures'
import { postFile, readKnown } from '../folder'
import { lintAll } from '../lint/all'
import { lintPost } from '../lint/post'
import { plain, Source } from '../source'

/** All of one post as it is saved, its data included; or of a text that is not saved yet. */
export async function problemsOf(
  root: string,
  slug: string,
  text?: string,
): Promise<readonly Fault[]> {
  const own = ({ file }: Fault) => file.startsWith(`content/${slug}/`)
  if (text !== undefined) {
    const source = new Source(postFile(slug), plain(text))
    return sorted(lintPost(slug, source, await readKnown(root)).faults)
  }
  const folder = await lintAll(root)
  const only = { ...folder, folders: folder.folders.filter((it) => it.slug === slug) }
  const wrong = [...(await readFigures(only)).values()].flatMap((it) =>
    'fault' in it ? [it.fault] : [],
  )
  return sorted([...folder.faults.filter(own), ...wrong])
}
