// Static export with the islands adapter; untouched Next in development.

import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from 'next/constants.js'

const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url))

/** In development: what tells open pages of a save. */
const live = (/** @type {string} */ phase) => phase === PHASE_DEVELOPMENT_SERVER
/** Pages of development alone: app/post, the studio, the protocols. */
const own = (/** @type {string} */ phase) => live(phase) && !process.env.NO_STUDIO

const unframed = [
  { key: 'Content-Security-Policy', value: "frame-ancestors 'none'" },
  { key: 'X-Frame-Options', value: 'DENY' },
]

/** What Node runs as it is. */
const external = [
  'mdx-bundler',
  'esbuild',
  'remark-frontmatter',
  'remark-gfm',
  'remark-mdx',
  'remark-parse',
  'unified',
  'shiki',
  'yaml',
  '@resvg/resvg-js',
  'subset-font',
]

/** @param {string} phase @returns {import('next').NextConfig} */
export default (phase) => ({
  ...(phase === PHASE_PRODUCTION_BUILD && {
    output: 'export',
    distDir: process.env.OUT ?? 'out',
    adapterPath: at('./components/islands/adapter.js'),
    experimental: {
      // What Next's own client would fetch ahead is dropped afterwards, and need not be measured.
      prefetchInlining: false,
      // All cores draw pages: by itself Next leaves one to a process that waits meanwhile.
      cpus: availableParallelism(),
    },
  }),
  ...(live(phase) && {
    experimental: {
      // What React's own tools would show of a page takes longer to send than the page.
      reactDebugChannel: false,
    },
    logging: { incomingRequests: { ignore: [/\/api\/saves/] } },
  }),
  ...(process.env.BASE_PATH && { basePath: process.env.BASE_PATH }),
  // After the pages that stand by themselves, and before those with a dynamic part.
  ...(own(phase) && {
    rewrites: async () => [{ source: '/:slug', destination: '/post?slug=:slug' }],
    // Nobody shows the studio within a page of theirs, and has it pressed there.
    headers: async () => [{ source: '/studio', headers: unframed }],
  }),
  // A copy of the project inside another (the tests make some) is a project of its own.
  turbopack: { root: at('.') },
  agentRules: false,
  devIndicators: false,
  // The check before the build has looked at all types, pages included.
  typescript: { ignoreBuildErrors: true },
  pageExtensions: [
    ...(own(phase) ? ['dev.tsx', 'dev.ts'] : []),
    ...(live(phase) ? ['live.ts'] : []),
    ...['tsx', 'ts'],
  ],
  serverExternalPackages: external,
})
