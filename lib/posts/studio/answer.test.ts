// The studio does what its own page asks, whole; and refuses all else in a sentence.

import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { encode } from '@/lib/link'
import { fetchProtocol } from '@/lib/protocols'
import { shoot } from '@/lib/sim/film'
import { fingerprint } from '@/lib/sim/fingerprint'
import type { AnyProtocol } from '@/lib/sim/protocol'
import type { AnyScenario } from '@/lib/sim/scenario'
import { readData } from '../data'
import { ballot, clear, folderWith, post } from '../fixture'
import { Source } from '../source'
import { answer } from './answer'
import { most } from './guard'

afterAll(clear)

const body = `import vote from './vote'

Words.

<Figure of={vote}>A vote.</Figure>
`
const folder = () => folderWith({ 'one/post.mdx': post('one', body), 'one/vote.ts': ballot })

/** Every file of the folder with its bytes. */
const everything = (at: string) =>
  Object.fromEntries(
    readdirSync(join(at, 'content'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path, 'latin1')]),
  )

type Sent = { body?: unknown; headers?: { [name: string]: string }; method?: string }
const own = { host: 'localhost:3000', origin: 'http://localhost:3000' }
const ask = async (at: string, path: string, { body: sent, headers, method }: Sent = {}) => {
  const request = new Request(`http://localhost:3000/studio/${path}`, {
    method: method ?? (sent === undefined ? 'GET' : 'POST'),
    headers: { ...own, ...headers },
    ...(sent !== undefined && { body: typeof sent === 'string' ? sent : JSON.stringify(sent) }),
  })
  const response = await answer(request, at)
  return { status: response.status, ...(await response.json()) }
}

const save = async (at: string, edits: unknown, more: Sent = {}) => {
  const { hash } = await ask(at, 'files/one/post.mdx')
  return ask(at, 'files/one/post.mdx', { body: { was: hash, edits }, ...more })
}
const words = (at: string) => readFileSync(join(at, 'content/one/post.mdx'), 'utf8')
const edit = (at: string, was: string, text: string) => {
  const from = words(at).replace(/\r/g, '').indexOf(was)
  return [{ from, to: from + was.length, text }]
}

describe('the studio', () => {
  it('opens a post with its problems, and saves an edit and nothing else', async () => {
    const at = folder()
    const before = words(at)
    const opened = await ask(at, 'files/one/post.mdx')
    expect(opened).toMatchObject({ status: 200, text: before, problems: [] })
    const saved = await save(at, edit(at, 'Words.', 'A <Figre /> word.'))
    expect(words(at)).toBe(before.replace('Words.', 'A <Figre /> word.'))
    expect(saved.problems[0]).toMatchObject({ line: 9, column: 3, near: 'Figure' })
    expect(readdirSync(join(at, 'content/one')).sort()).toEqual(['post.mdx', 'vote.ts'])
  })

  it('leaves a byte order mark and the ends of lines as they are', async () => {
    const at = folder()
    const raw = `\uFEFF${words(at).replaceAll('\n', '\r\n')}`
    writeFileSync(join(at, 'content/one/post.mdx'), raw)
    const { text } = await ask(at, 'files/one/post.mdx')
    const from = text.indexOf('Words.')
    await save(at, [])
    expect(words(at)).toBe(raw)
    await save(at, [{ from, to: from + 6, text: 'Two\nlines' }])
    expect(words(at)).toBe(raw.replace('Words.', 'Two\r\nlines'))
  })

  it('names the problems of a text that is not saved', async () => {
    const at = folder()
    const text = words(at).replace('date: 2026-11-22', 'date: soon')
    const { problems } = await ask(at, 'problems/one', { body: { text } })
    expect(problems).toMatchObject([{ line: 4, says: expect.stringContaining('YYYY-MM-DD') }])
  })

  it('names what such a text lacks among the others, too: links, images and instants', async () => {
    const at = folderWith({
      'one/post.mdx': post('one', body),
      'one/vote.ts': ballot,
      'two/post.mdx': post('two', 'Words.\n', { date: '2026-11-23' }),
    })
    const problems = async (was: string, now: string) =>
      (await ask(at, 'problems/one', { body: { text: words(at).replace(was, now) } })).problems
    expect(await problems('Words.', '[Two](/two)')).toEqual([])
    expect(await problems('Words.', '[Two](/twoo)')).toMatchObject([{ line: 9, near: 'two' }])
    expect(await problems('Words.', '![A map](map.png)')).toMatchObject([{ line: 9, column: 1 }])
    const says = expect.stringContaining('two has this instant')
    expect(await problems('2026-11-22', '2026-11-23')).toMatchObject([{ says }])
  })

  it('tells whether the post is what it was', async () => {
    const at = folder()
    const { hash } = await ask(at, 'files/one/post.mdx')
    expect(await ask(at, 'hash/one')).toEqual({ status: 200, hash })
    expect(await ask(at, 'hash/none')).toMatchObject({ status: 404 })
  })

  it('tells the hash of each figure, by which a change on disk is seen', async () => {
    const at = folder()
    const { hash } = await ask(at, 'files/one/vote.ts')
    expect(await ask(at, 'data/one')).toEqual({ status: 200, vote: hash })
    expect(await ask(at, 'data/none')).toMatchObject({ status: 404 })
    writeFileSync(join(at, 'content/one/My_data.ts'), 'export default 1\n')
    expect(Object.keys(await ask(at, 'data/one'))).toEqual(['status', 'vote'])
  })

  it('lists posts with dates, tags and what they lack', async () => {
    const at = folderWith({
      'one/post.mdx': post('one', 'Words.\n', { tags: '[time]', draft: 'true' }),
      'two/post.mdx': post('two', 'Words.\n', { date: 'soon' }),
    })
    const { posts, protocols } = await ask(at, 'desk')
    expect(posts).toMatchObject([
      { slug: 'one', status: 'draft', tags: ['time'], date: '2026-11-22T09:00:00.000Z' },
      { slug: 'two', status: 'unreadable', problems: 1 },
    ])
    expect(protocols).toContainEqual({ name: 'raft', says: expect.any(String) })
  })

  it('makes a post, and puts a figure into it', async () => {
    const at = folder()
    const made = await ask(at, 'posts', { body: { title: 'A new one', note: false } })
    expect(made).toEqual({ status: 200, slug: 'a-new-one' })
    const { hash } = await ask(at, 'files/a-new-one/post.mdx')
    const wish = { was: hash, name: 'second', protocol: 'ballot' }
    const added = await ask(at, 'figures/a-new-one', { body: wish })
    expect(added.text).toContain("import second from './second'\n")
    expect(added.problems).toEqual([])
    const again = await ask(at, 'figures/a-new-one', { body: { ...wish, was: added.hash } })
    expect(again).toMatchObject({ status: 422, says: expect.stringContaining('there already') })
  })
})

describe('keeping a moment', () => {
  const scenarioIn = async (at: string) => {
    const text = readFileSync(join(at, 'content/one/vote.ts'), 'utf8')
    const read = await readData(new Source('content/one/vote.ts', text))
    return ('value' in read ? read.value : undefined) as AnyScenario
  }
  const linkTo = async (scenario: AnyScenario, at: number) => {
    const protocol = (await fetchProtocol('ballot')) as AnyProtocol
    const shared = { scenario, at, fingerprint: fingerprint(shoot(protocol, scenario)) }
    return `http://localhost:3000/one?s=${encode(shared, protocol)}#vote`
  }
  const keep = async (at: string, link: string) => {
    const { hash } = await ask(at, 'files/one/vote.ts')
    return ask(at, 'moments/one/vote', { body: { was: hash, link } })
  }

  it('writes seed, lines and moment into the scenario, and nothing else', async () => {
    const at = folder()
    const was = await scenarioIn(at)
    const script = [...(was.script ?? []), [40, { crash: 2 }] as const]
    const run = { ...was, seed: 9, script }
    const { status } = await keep(at, await linkTo(run, 55.5))
    expect(status).toBe(200)
    expect(readFileSync(join(at, 'content/one/vote.ts'), 'utf8')).toBe(
      ballot
        .replace('seed: 7', 'seed: 9')
        .replace("'propose' } }]]", "'propose' } }], [40, { crash: 2 }]]")
        .replace('poster: 30', 'poster: 55.5'),
    )
    expect(await scenarioIn(at)).toEqual({ ...run, poster: 55.5 })
  })

  it('takes a moment of the published run as well', async () => {
    const at = folder()
    await keep(at, 'http://localhost:3000/one?at=77#vote')
    const text = readFileSync(join(at, 'content/one/vote.ts'), 'utf8')
    expect(text).toBe(ballot.replace('poster: 30', 'poster: 77'))
  })

  it('refuses a run that differs in more, and a link that holds none', async () => {
    const at = folder()
    const before = everything(at)
    const was = await scenarioIn(at)
    const says = async (link: string) => (await keep(at, link)).says
    expect(await says(await linkTo({ ...was, nodes: 3 }, 9))).toMatch('this run has other nodes')
    expect(await says('http://localhost:3000/one?s=x')).toMatch('damaged')
    expect(await says('http://localhost:3000/one?at=999')).toMatch('neither a run nor a moment')
    expect(await says('http://[')).toBe('this is no link')
    expect(everything(at)).toEqual(before)
  })
})

describe('a request is refused in a sentence, and changes nothing', () => {
  const refused = async (status: number, path: string, sent: Sent, at = folder()) => {
    const before = everything(at)
    const got = await ask(at, path, sent)
    expect([got.status, everything(at)]).toEqual([status, before])
    expect(got.says).toMatch(/^[^\n]{10,}$/)
    return got.says as string
  }
  const post1 = { was: 'x', edits: [] }

  it('from another origin', async () => {
    for (const origin of ['http://evil.example', 'http://localhost:4000', 'null'])
      for (const [path, sent] of [
        ['files/one/post.mdx', post1],
        ['posts', { title: 'A new one', note: false }],
      ] as const)
        expect(await refused(403, path, { body: sent, headers: { origin } })).toContain(origin)
    await refused(403, 'desk', { headers: { origin: 'http://evil.example' } })
    await refused(403, 'desk', { headers: { 'sec-fetch-site': 'cross-site' } })
  })

  it('without an origin, where it would write', async () => {
    const request = new Request('http://localhost:3000/studio/posts', {
      method: 'POST',
      headers: { host: own.host },
      body: JSON.stringify({ title: 'A new one', note: false }),
    })
    const at = folder()
    const before = everything(at)
    expect((await answer(request, at)).status).toBe(403)
    expect(everything(at)).toEqual(before)
  })

  it('to another host', async () => {
    for (const host of ['evil.example', 'evil.example:3000', 'localhost.evil.example:3000', ''])
      await refused(403, 'files/one/post.mdx', {
        body: post1,
        headers: { host, origin: `http://${host}` },
      })
  })

  it('with a path that leads up', async () => {
    const up = ['files/..%2f..%2fpackage.json', 'files/one/..%2ftwo.ts', 'files/%2e%2e%2f/post.mdx']
    for (const path of up) await refused(403, path, { body: post1 })
    await refused(404, 'files/one/../../../post.mdx', { body: post1 })
    await refused(403, 'moments/one/..%2fvote', { body: { was: '', link: '?at=3' } })
    await refused(403, 'figures/..%2fone', { body: { was: '', name: 'x', protocol: 'raft' } })
    await refused(400, 'files/%E0%A4%A', { body: post1 })
    await refused(403, 'files/one/vote.txt', {})
  })

  it('through a link out of content', async () => {
    const [at, other] = [folder(), folder()]
    symlinkSync(join(other, 'content/one'), join(at, 'content/two'))
    symlinkSync(join(other, 'content/one/vote.ts'), join(at, 'content/one/other.ts'))
    const before = everything(other)
    for (const path of ['files/two/post.mdx', 'files/two/vote.ts', 'files/one/other.ts'])
      await refused(403, path, { body: post1 }, at)
    expect(everything(other)).toEqual(before)
  })

  it('with more than a megabyte', async () => {
    const text = 'x'.repeat(most)
    const edits = [{ from: 0, to: 0, text }]
    const body = { was: 'x', edits }
    expect(await refused(413, 'files/one/post.mdx', { body })).toContain('1000000')
    await refused(413, 'files/one/post.mdx', { body, headers: { 'content-length': '10' } })
  })

  it('that is no JSON, fits nothing, or asks for what is not there', async () => {
    await refused(400, 'files/one/post.mdx', { body: '{' })
    await refused(400, 'files/one/post.mdx', { body: { was: 3 } })
    await refused(404, 'files/none/post.mdx', {})
    await refused(404, 'nothing', {})
    const at = folder()
    const { hash: was } = await ask(at, 'files/one/post.mdx')
    const edits = [{ from: 0, to: 99_999, text: '' }]
    await refused(400, 'files/one/post.mdx', { body: { was, edits } }, at)
  })

  it('to save what has been changed on disk meanwhile', async () => {
    const at = folder()
    const { hash: was } = await ask(at, 'files/one/post.mdx')
    writeFileSync(join(at, 'content/one/post.mdx'), `${words(at)}\nAnother hand.\n`)
    const edits = [{ from: 0, to: 0, text: 'x' }]
    const says = await refused(409, 'files/one/post.mdx', { body: { was, edits } }, at)
    expect(says).toContain('changed on disk')
    const wish = { was, name: 'second', protocol: 'ballot' }
    await refused(409, 'figures/one', { body: wish }, at)
    await refused(409, 'moments/one/vote', { body: { was, link: '?at=3' } }, at)
  })
})
