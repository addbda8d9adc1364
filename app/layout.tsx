// The frame of every page: language, type, the reader's theme, masthead and foot.

import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import { Footer } from '@/components/site/footer'
import { Masthead } from '@/components/site/masthead'
import { site } from '@/content/site'
import { absolute, base, link } from './address'
import { everywhere, feeds } from './alternates'
import { developing, stampNow } from './content'
import { Fresh } from './fresh'
import './globals.css'

export const metadata: Metadata = {
  metadataBase: new URL(absolute('/')),
  title: { default: `${site.name}: ${site.tagline}`, template: `%s · ${site.name}` },
  description: site.summary,
  alternates: { types: feeds },
  openGraph: everywhere,
  twitter: { card: 'summary_large_image' },
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#14161a' },
  ],
}

/** The theme's script sets an attribute before React looks, hence the one suppressed warning. */
export default function Layout({ children }: { children: ReactNode }) {
  // As an element each would be in the head twice.
  for (const face of ['text', 'display']) {
    const font = { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' } as const
    preload(link(`/fonts/${face}.woff2`), font)
  }
  return (
    <html lang={site.language} suppressHydrationWarning>
      <head>
        <script src={link('/theme.js')} />
      </head>
      <body>
        <Masthead name={site.name} base={base} />
        {children}
        <Footer name={site.name} base={base} />
        {developing && <Fresh drawn={stampNow()} saves={link('/api/saves')} />}
      </body>
    </html>
  )
}
