// One core of `files`: writes some posts, and answers how many could be written.

import { parentPort } from 'node:worker_threads'
import { listPosts } from '@/lib/posts'
import type { Batch } from './files/ahead'
import { writtenPost } from './files/post'

parentPort!.on('message', async ({ slugs, drafts }: Batch) => {
  const posts = (await listPosts({ drafts })).filter(({ slug }) => slugs.includes(slug))
  let written = 0
  for (const post of posts)
    await writtenPost(post).then(
      () => written++,
      () => {},
    )
  parentPort!.postMessage(written)
})
