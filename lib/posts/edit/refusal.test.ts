// What the disk refuses is told in a sentence; what is a fault of the program is not hidden.

import { expect, it } from 'vitest'
import { deniedBy } from './refusal'

it('names the file without the folder of the project, and nothing of other failures', () => {
  const full = new Error("ENOSPC: no space left on device, write '/srv/site/content/one/post.mdx'")
  expect(deniedBy(full, '/srv/site')).toBe("no space left on device, write '/content/one/post.mdx'")
  const barred = new Error(`EPERM: not permitted, open '/srv/post.mdx.${process.pid}'`)
  expect(deniedBy(barred, '/srv/')).toBe("not permitted, open 'post.mdx'")
  expect(deniedBy(new TypeError('x is not a function'), '/srv/site')).toBeUndefined()
  expect(deniedBy('ENOSPC: ', '/srv/site')).toBeUndefined()
})
