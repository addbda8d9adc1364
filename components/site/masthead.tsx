// The head of every page: the mark, the name and the few ways on. One line, at 320 px too.

import { Mark } from './mark'
import { ThemeSwitch } from './theme-switch'

/** What does not fit on a narrow screen is in the foot of the page. */
const ways = [
  { to: '/#course', says: 'The course', short: 'Course' },
  { to: '/#notes', says: 'Notes', from: 'hidden sm:block' },
  { to: '/about', says: 'About', from: 'hidden min-[23rem]:block' },
  { to: '/feeds', says: 'Feeds', from: 'hidden sm:block' },
  { to: '/search', says: 'Search', from: 'hidden sm:block', id: 'toSearch' },
]

type Props = { name: string; base: string }

/** `base` is the path the site lies under, '' at the root. */
export function Masthead({ name, base }: Props) {
  return (
    <header className="mx-auto max-w-page px-4 text-[0.9375rem] sm:px-6 lg:px-10 print:hidden">
      <a
        href="#text"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-panel focus:p-3"
      >
        Skip to the text
      </a>
      <div className="flex min-h-16 flex-wrap items-center gap-x-1 sm:gap-x-3 sm:min-h-20">
        <a
          href={`${base}/`}
          className="mr-auto inline-flex min-h-11 items-center gap-2.5 font-semibold no-underline"
        >
          <Mark className="h-5 w-7 sm:h-6 sm:w-[2.125rem]" />
          <span className="whitespace-nowrap">{name}</span>
        </a>
        <nav aria-label="Site">
          <ul className="flex items-center gap-x-1 sm:gap-x-4">
            {ways.map(({ to, says, short, from, id }) => (
              <li key={to} className={from}>
                <Way to={base + to} says={says} short={short} id={id} />
              </li>
            ))}
          </ul>
        </nav>
        <ThemeSwitch />
      </div>
    </header>
  )
}

type WayProps = { to: string; says: string; short?: string | undefined; id?: string | undefined }

/** The key / presses the one whose id is toSearch: components/islands/theme.ts. */
function Way({ to, says, short, id }: WayProps) {
  return (
    <a
      href={to}
      id={id}
      className="
        inline-flex min-h-11 min-w-11 items-center justify-center px-1 whitespace-nowrap
        text-soft no-underline hover:text-ink hover:underline"
    >
      {short ? (
        <>
          <span className="sm:hidden">{short}</span>
          <span className="hidden sm:inline">{says}</span>
        </>
      ) : (
        says
      )}
    </a>
  )
}
