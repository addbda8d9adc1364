// What machines read of a post: its Markdown twin, and its documents of the JSON API.

import type { ReactNode } from 'react'
import * as runtime from 'react/jsx-runtime'
import type { Pictured } from '@/components/editions/feed'
import { printSize } from '@/components/editions/sizes'
import { wordsEdition } from '@/components/editions/words'
import { site } from '@/content/site'
import { type ApiPost, type FigureEntry, listFiles, postFiles } from '@/lib/feeds/api'
import type { Entry } from '@/lib/feeds/entry'
import { llmsText } from '@/lib/feeds/llms'
import { markdown } from '@/lib/feeds/markdown'
import { apiSchema } from '@/lib/feeds/schema'
import {
  type Document,
  evaluate,
  isScenario,
  isSurvey,
  type Post,
  type Shown,
  type Subject,
} from '@/lib/posts'
import { dayOf } from '@/lib/posts/instant'
import { apiSize } from '@/lib/posts/routes'
import { slugOf } from '@/lib/posts/slug'
import { address, put } from './place'
import { hrefOf, type Told, toldOf, wordedOf } from './told'

const publisher = { name: site.name, address }

/** Which of the three kinds of data it is: the key that it stands under. */
const kindOf = (of: Subject) =>
  isScenario(of) ? 'scenario' : isSurvey(of) ? 'survey' : ('study' as const)

type Figure = { readonly shown: Shown; readonly told: Told; readonly pictured?: Pictured }

const figureOf = ({ shown, told, pictured }: Figure, permalink: string): FigureEntry => {
  const { id, number, caption, of } = shown
  const { title, at, words, facts, runs } = told
  const { width, height } = printSize
  return {
    id,
    number,
    title,
    caption,
    url: hrefOf(permalink, id, told),
    ...(at !== undefined && { at }),
    words,
    ...(pictured && {
      picture: { url: pictured.src, width: 2 * width, height: 2 * height, alt: pictured.alt },
    }),
    [kindOf(of)]: of,
    facts: facts as FigureEntry['facts'],
    runs: runs as FigureEntry['runs'],
  }
}

/** What stands above the text of a twin: the title first, then whose words these are. */
const headOf = ({ title, subtitle, summary, date, updated, slug }: Post) =>
  [
    `# ${title.replace(/[\\`*_[\]<>]/g, '\\$&')}`,
    `${(subtitle ?? summary).replace(/[\\`*_[\]<>]/g, '\\$&')}`,
    `${site.name}, ${dayOf(date)}${updated === date ? '' : `, corrected ${dayOf(updated)}`}. ` +
      `<${address}/${slug}>. Words and pictures: CC BY 4.0.`,
  ].join('\n\n')

/** The text of a post in the words edition, as Markdown. */
const twinOf = ({ meta, code }: Document, figures: readonly Figure[]) => {
  const permalink = `${address}/${meta.slug}`
  const worded = figures.map(({ shown, told }) => [
    shown.id,
    wordedOf(told, shown.number, hrefOf(permalink, shown.id, told)),
  ])
  const components = wordsEdition({
    address,
    permalink,
    figures: Object.fromEntries(worded),
    termPath: (word) => `/glossary#${slugOf(word)}`,
    image: (src) => address + src,
  })
  return `${headOf(meta)}\n\n${markdown(evaluate<ReactNode>(code, runtime)({ components }))}`
}

/** Writes a post's twin and its part of the API. */
export async function writePostForMachines(
  document: Document,
  entry: Entry,
  pictures: { readonly [id: string]: Pictured },
) {
  const { meta, figures: all } = document
  const figures: Figure[] = []
  for (const shown of all) {
    const pictured = pictures[shown.id]
    figures.push({ shown, told: await toldOf(shown), ...(pictured && { pictured }) })
  }
  const text = twinOf(document, figures)
  await put(`/${meta.slug}.md`, text)
  const api: ApiPost = {
    post: meta,
    entry,
    markdown: text,
    figures: figures.map((it) => figureOf(it, entry.url)),
  }
  for (const [path, json] of postFiles(api, publisher)) await put(path, json)
}

/** Writes what lists all posts: the API's pages, its schema, and llms.txt. */
export async function writeLists(posts: readonly Post[], entries: readonly Entry[]) {
  const all = posts.map((post, i) => ({ post, entry: entries[i]! }))
  for (const [path, json] of listFiles(all, publisher, apiSize)) await put(path, json)
  const schema = apiSchema(`${address}/api/schema.json`)
  await put('/api/schema.json', `${JSON.stringify(schema, null, 1)}\n`)
  await put('/llms.txt', llmsText(posts, { name: site.name, summary: site.summary, address }))
}
