// The foot of every page: where else to go, whose words these are, and the colours.

import { Mark } from './mark'
import { ThemeReset } from './theme-switch'

const ways = [
  ['/#course', 'The course'],
  ['/#notes', 'Notes'],
  ['/glossary', 'Glossary'],
  ['/about', 'About'],
  ['/feeds', 'Feeds'],
  ['/search', 'Search'],
] as const

type Props = { name: string; base: string }

export function Footer({ name, base }: Props) {
  return (
    <footer
      className="
        mx-auto mt-24 max-w-page px-4 text-[0.9375rem] text-soft sm:px-6 lg:px-10 print:mt-8"
    >
      <div className="border-t border-hair pt-6 pb-10">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
          <a href={`${base}/`} aria-label={`${name}, first page`} className="py-2.5 text-ink">
            <Mark />
          </a>
          <nav aria-label="Foot of the page">
            <ul className="flex flex-wrap gap-x-5">
              {ways.map(([to, says]) => (
                <li key={to}>
                  <a
                    href={base + to}
                    className="
                      inline-flex min-h-11 items-center no-underline hover:text-ink
                      hover:underline"
                  >
                    {says}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <ThemeReset />
        </div>
        <p className="mt-3 max-w-text text-sm leading-relaxed">
          {'Words and pictures: '}
          <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
            CC BY 4.0
          </a>
          . Code: MIT. No cookies, no tracking, nothing asked of anybody else’s server.
        </p>
      </div>
    </footer>
  )
}
