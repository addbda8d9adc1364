// What the studio answers: each address one deed, refused in one sentence or done whole.

import { z } from 'zod'
import { decode } from '@/lib/link'
import { isScenario } from '../data'
import { edited } from '../edit/edit'
import { keptOf } from '../edit/kept'
import { withMoment } from '../edit/moment'
import { newFigure, newPost } from '../edit/new'
import { deniedBy, Refusal } from '../edit/refusal'
import { ContentError } from '../fault'
import { protocolOf, readFigure } from '../figures'
import { figuresIn, listFolders } from '../folder'
import { Source } from '../source'
import { deskOf } from './desk'
import { bodyOf, guard, Refused } from './guard'
import { problemsOf } from './problems'
import { isData, type Opened, open, openAs, save } from './shelf'

type Asked = {
  readonly root: string
  readonly path: readonly string[]
  readonly body: () => Promise<unknown>
}
type Deed = (asked: Asked) => Promise<object>

const told = async <T extends z.ZodType>({ body }: Asked, schema: T): Promise<z.infer<T>> => {
  const read = schema.safeParse(await body())
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new Refused(400, `${issue?.path.join('.') || 'body'}: ${issue?.message}`)
}

const place = z.number().int().min(0)
const edits = z.array(z.object({ from: place, to: place, text: z.string() }))

/** Without the raw text, which an editor has no use for. */
const shown = async (root: string, slug: string, { raw: _, ...opened }: Opened) => ({
  ...opened,
  problems: await problemsOf(root, slug),
})

const openFile: Deed = async ({ root, path: [slug = '', name = ''] }) =>
  shown(root, slug, open(root, slug, name))

const saveFile: Deed = async (asked) => {
  const { root, path } = asked
  const [slug = '', name = ''] = path
  const wish = await told(asked, z.object({ was: z.string(), edits }))
  const opened = openAs(root, slug, name, wish.was)
  let last = 0
  for (const { from, to } of [...wish.edits].sort((a, b) => a.from - b.from)) {
    if (from < last || to < from || to > opened.text.length)
      throw new Refused(400, `${opened.file}: these edits do not fit it`)
    last = to
  }
  return shown(root, slug, await save(root, opened, edited(opened.raw, wish.edits)))
}

/** The hash of each figure's data, by its name: what a save of a moment sends along. */
const hashData: Deed = async ({ root, path: [slug = ''] }) => {
  const folder = listFolders(root).find((it) => it.slug === slug)
  if (!folder) throw new Refused(404, `there is no content/${slug}`)
  const names = figuresIn(folder).filter((name) => isData(`${name}.ts`))
  return Object.fromEntries(names.map((name) => [name, open(root, slug, `${name}.ts`).hash]))
}

/** The hash of a post's words alone: whether it is what it was when it was opened. */
const hashPost: Deed = async ({ root, path: [slug = ''] }) => {
  const { hash } = open(root, slug, 'post.mdx')
  return { hash }
}

const lintText: Deed = async (asked) => {
  const [slug = ''] = asked.path
  const { text } = await told(asked, z.object({ text: z.string() }))
  return { problems: await problemsOf(asked.root, slug, text) }
}

const addFigure: Deed = async (asked) => {
  const { root, path } = asked
  const [slug = ''] = path
  const schema = z.object({ was: z.string(), name: z.string(), protocol: z.string() })
  const { was, name, protocol } = await told(asked, schema)
  openAs(root, slug, 'post.mdx', was)
  await newFigure(root, slug, name, { protocol })
  return shown(root, slug, open(root, slug, 'post.mdx'))
}

const addPost: Deed = async (asked) => {
  const { title, note } = await told(asked, z.object({ title: z.string(), note: z.boolean() }))
  return { slug: await newPost(asked.root, title, { note }) }
}

const keepMoment: Deed = async (asked) => {
  const { root, path } = asked
  const [slug = '', figure = ''] = path
  const { was, link } = await told(asked, z.object({ was: z.string(), link: z.string() }))
  const opened = openAs(root, slug, `${figure}.ts`, was)
  const read = await readFigure(new Source(opened.file, opened.text))
  if ('fault' in read) throw new ContentError([read.fault])
  if (!isScenario(read.value)) throw new Refusal(`${opened.file} is no scenario: it has no moment`)
  const kept = keptOf(read.value, link, await decodeIn(link), await protocolOf(read.value))
  const raw = await withMoment(opened.raw, opened.file, kept)
  return shown(root, slug, await save(root, opened, raw))
}

const decodeIn = async (link: string) => {
  if (!URL.canParse(link, 'http://localhost')) throw new Refused(400, 'this is no link')
  const text = new URL(link, 'http://localhost').searchParams.get('s')
  return text === null ? undefined : decode(text)
}

const deeds: { readonly [name: string]: Deed } = {
  'GET desk': ({ root }) => deskOf(root),
  'GET files': openFile,
  'GET data': hashData,
  'GET hash': hashPost,
  'POST files': saveFile,
  'POST problems': lintText,
  'POST figures': addFigure,
  'POST posts': addPost,
  'POST moments': keepMoment,
}

const refusals = [Refused, Refusal, ContentError, URIError]
const wordsFor = (fault: unknown, root: string): string | undefined =>
  refusals.some((it) => fault instanceof it)
    ? (fault as Error).message
    : deniedBy(fault, `${root}/`)

const statusOf = (fault: unknown) =>
  fault instanceof Refused ? fault.status : fault instanceof URIError ? 400 : 422

/** Answers one request below /studio/; `root` is the folder that `content` lies in. */
export async function answer(request: Request, root: string): Promise<Response> {
  try {
    guard(request)
    const [, , name = '', ...path] = new URL(request.url).pathname.split('/')
    const deed = deeds[`${request.method} ${name}`]
    if (!deed) throw new Refused(404, `the studio knows no ${request.method} of ${name}`)
    const asked = { root, path: path.map(decodeURIComponent), body: () => bodyOf(request) }
    return Response.json(await deed(asked))
  } catch (fault) {
    const says = wordsFor(fault, root)
    if (says === undefined) throw fault
    return Response.json({ says }, { status: statusOf(fault) })
  }
}
