// Deeds happen together or not at all, and never over what somebody else has written meanwhile.

import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { carryOut, type Deed } from './deeds'
import { Refusal } from './refusal'

let root = ''
const at = (file: string) => path.join(root, file)
const says = (file: string) => readFileSync(at(file), 'utf8')

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'deeds-'))
  mkdirSync(at('content/one'), { recursive: true })
  writeFileSync(at('content/one/post.mdx'), 'before')
})
afterEach(() => rmSync(root, { recursive: true }))

const deeds: readonly Deed[] = [
  { do: 'write', file: 'content/one/post.mdx', text: 'after' },
  { do: 'write', file: 'content/two/run.ts', text: 'new' },
]
const refuse = async () => {
  throw new Refusal('nothing has been changed, since it is wrong')
}

it('does all of them, and leaves a file the rights that it had', async () => {
  chmodSync(at('content/one/post.mdx'), 0o640)
  await carryOut(root, deeds)
  expect([says('content/one/post.mdx'), says('content/two/run.ts')]).toEqual(['after', 'new'])
  expect(statSync(at('content/one/post.mdx')).mode & 0o777).toBe(0o640)
  expect(readdirSync(at('content/one'))).toEqual(['post.mdx'])
})

it('puts everything back where the result is refused', async () => {
  await expect(carryOut(root, deeds, refuse)).rejects.toThrow(/^nothing has been changed/)
  expect(says('content/one/post.mdx')).toBe('before')
  expect(existsSync(at('content/two'))).toBe(false)
})

it('leaves what somebody else has saved meanwhile, and says so', async () => {
  const meanwhile = async () => {
    writeFileSync(at('content/one/post.mdx'), 'an hour of new words')
    await refuse()
  }
  await expect(carryOut(root, deeds, meanwhile)).rejects.toThrow(
    /could not be put back:\ncontent\/one\/post\.mdx: somebody else has changed it meanwhile/,
  )
  expect(says('content/one/post.mdx')).toBe('an hour of new words')
  expect(existsSync(at('content/two'))).toBe(false)
})
