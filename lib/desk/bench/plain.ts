// The usual way, to be held against: plain Next, and contentlayer2 compiling the bodies.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** contentlayer2 with the bodies compiled. */
export const usualConfig = `
import { defineDocumentType, makeSource } from 'contentlayer2/source-files'
const text = { type: 'string', required: true }
const Post = defineDocumentType(() => ({
  name: 'Post', filePathPattern: '*/post.mdx', contentType: 'mdx',
  fields: {
    id: text, title: text, date: text, summary: text,
    tags: { type: 'list', of: { type: 'string' } },
  },
  computedFields: { slug: { type: 'string', resolve: (post) => post._raw.sourceFileDir } },
}))
export default makeSource({
  contentDirPath: 'content', documentTypes: [Post], disableImportAliasWarning: true,
})
`

const layout = `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>
}
`

/** What it imports, named apart, since nothing here reads what contentlayer wrote. */
const generated = 'contentlayer/generated'

const list = `import { allPosts } from '${generated}'
export default function Home() {
  return <ul>{allPosts.slice(0, 20).map((it) => (
    <li key={it.slug}><a href={'/' + it.slug}>{it.title}</a> {it.summary}</li>
  ))}</ul>
}
`

const post = `import * as React from 'react'
import * as ReactDOM from 'react-dom'
import * as runtime from 'react/jsx-runtime'
import { allPosts } from '${generated}'
export const dynamicParams = false
export const generateStaticParams = () => allPosts.map(({ slug }) => ({ slug }))
export default async function PostPage({ params }) {
  const { slug } = await params
  const { title, body } = allPosts.find((it) => it.slug === slug)
  const scope = { React, ReactDOM, _jsx_runtime: runtime }
  const { default: Body } = new Function(...Object.keys(scope), body.code)(...Object.values(scope))
  return <main><h1>{title}</h1><Body /></main>
}
`

const files = {
  'contentlayer.config.ts': usualConfig,
  'app/layout.jsx': layout,
  'app/page.jsx': list,
  'app/[slug]/page.jsx': post,
  'next.config.mjs':
    "export default { output: 'export', turbopack: { root: import.meta.dirname } }\n",
  'package.json': '{ "type": "module", "private": true }\n',
  'jsconfig.json': `${JSON.stringify({
    compilerOptions: { paths: { [generated]: ['./.contentlayer/generated'] } },
  })}\n`,
}

/** Writes such a site into a folder whose packages are there; its posts are written apart. */
export function writePlainSite(folder: string) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}
