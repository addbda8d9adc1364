// Everything of one post that is no page: its images, pictures, feed entry, twin and API.

import type { Entry } from '@/lib/feeds/entry'
import { type Post, readDocument } from '@/lib/posts'
import { entryOf, feedHtml } from './entries'
import { writeImages } from './images'
import { writePostForMachines } from './machines'
import { writePictures } from './pictures'
import { remembered } from './remembered'

async function writePost(post: Post): Promise<Entry> {
  const document = (await readDocument(post.slug))!
  await writeImages(document)
  const pictures = await writePictures(document)
  const entry = entryOf(post, feedHtml(document, pictures))
  await writePostForMachines(document, entry, pictures)
  return entry
}

/** Has the files of a post written, unless they are; answers how feeds have it. */
export const writtenPost = (post: Post): Promise<Entry> => remembered(post, () => writePost(post))
