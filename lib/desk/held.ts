// Says what is false in one post, as development asks after a save: in a process of its own, with
// the protocols as they are now.

import { describeFaults } from '@/lib/posts'
import { checkAll } from '@/lib/posts/check/all'
import { main, root, words } from './run'

main(async () => {
  const [slug = ''] = words()
  const { faults } = await checkAll(root, [slug])
  const mine = faults.filter(({ file }) => file.startsWith(`content/${slug}/`))
  process.stdout.write(describeFaults(mine))
})
