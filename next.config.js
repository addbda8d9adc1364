// Static export with the islands adapter; untouched Next in development.

import { fileURLToPath } from 'node:url'
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from 'next/constants.js'

const adapter = fileURLToPath(new URL('./components/islands/adapter.js', import.meta.url))

/** @param {string} phase @returns {import('next').NextConfig} */
export default (phase) => ({
  ...(phase === PHASE_PRODUCTION_BUILD && {
    output: 'export',
    distDir: process.env.OUT ?? 'out',
    adapterPath: adapter,
  }),
  ...(process.env.BASE_PATH && { basePath: process.env.BASE_PATH }),
  agentRules: false,
  devIndicators: false,
  // The check before the build has looked at all types, pages included.
  typescript: { ignoreBuildErrors: true },
  pageExtensions: [
    ...(phase === PHASE_DEVELOPMENT_SERVER && !process.env.NO_STUDIO ? ['dev.tsx', 'dev.ts'] : []),
    'tsx',
    'ts',
  ],
  serverExternalPackages: [
    'mdx-bundler',
    'esbuild',
    'remark-frontmatter',
    'remark-gfm',
    'remark-mdx',
    'remark-parse',
    'unified',
    'unist-util-visit',
    'shiki',
    'yaml',
    '@resvg/resvg-js',
    'subset-font',
  ],
})
