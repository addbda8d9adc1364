// What a post is called, for contentlayer: types and metadata only, no bodies. It is no validator
// (31 February becomes 3 March), so the linter comes first, and it is only ever built.

import { defineDocumentType, defineNestedType, makeSource } from 'contentlayer2/source-files'

const Change = defineNestedType(() => ({
  name: 'Change',
  fields: {
    day: { type: 'string', required: true },
    says: { type: 'string', required: true },
  },
}))

const words = { type: 'list', of: { type: 'string' } } as const

const Post = defineDocumentType(() => ({
  name: 'Post',
  filePathPattern: '*/post.mdx',
  contentType: 'markdown',
  fields: {
    id: { type: 'string', required: true },
    title: { type: 'string', required: true },
    subtitle: { type: 'string' },
    // Text, not dates: contentlayer would turn them by the zone of the machine.
    date: { type: 'string', required: true },
    summary: { type: 'string', required: true },
    updated: { type: 'string' },
    changes: { type: 'list', of: Change },
    tags: words,
    series: { type: 'string' },
    part: { type: 'number' },
    kind: { type: 'enum', options: ['article', 'note'] },
    draft: { type: 'boolean' },
    publish: { type: 'string' },
    redirects: words,
    lang: { type: 'string' },
  },
  computedFields: {
    slug: { type: 'string', resolve: (post) => post._raw.sourceFileDir },
    // Without this the text of every post would travel in the list.
    body: { type: 'string', resolve: () => undefined },
  },
}))

type Processor = { parser: unknown; compiler: unknown }
/** Bodies are compiled elsewhere (compile/bundle.ts). */
function skipBody(this: Processor) {
  this.parser = () => ({ type: 'root', children: [] })
  this.compiler = () => ''
}

export default makeSource({
  contentDirPath: 'content',
  // Data of the publication's own beside the posts; contentlayer takes all JSON for documents.
  contentDirExclude: ['front-matter.schema.json', 'reports.json'],
  documentTypes: [Post],
  disableImportAliasWarning: true,
  onMissingOrIncompatibleData: 'fail',
  onExtraFieldData: 'fail',
  onUnknownDocuments: 'fail',
  markdown: (builder) => {
    builder.use(skipBody as never)
  },
})
