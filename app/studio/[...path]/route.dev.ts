// In development: the studio's deeds, each below /studio/.

import { answer } from '@/lib/posts/studio/answer'

const here = (request: Request) => answer(request, process.cwd())

export { here as GET, here as POST }
