// What is shown where there is nothing: a lost message, and the ways back.

import { link } from './address'

export const metadata = { title: 'Nothing at this address' }

export default function NotFound() {
  return (
    <main id="text" className="mx-auto max-w-page px-4 pt-8 sm:px-6 sm:pt-14 lg:px-10">
      <Lost />
      <h1 className="mt-8 font-display text-title font-medium tracking-[-0.012em]">
        This message was lost.
      </h1>
      <div className="mt-5 max-w-text">
        <p>
          Nothing is published at this address. It may have been mistyped, or the link that brought
          you here may be wrong. A timeout could not tell you which; this page can at least say that
          sending it again will not help.
        </p>
        <p className="mt-4">
          The parts of <a href={link('/#course')}>the course</a> are on the first page, and what is
          said where is found by <a href={link('/search')}>searching</a>.
        </p>
      </div>
    </main>
  )
}

/** Two lanes; what the first one sent never arrives. */
function Lost() {
  return (
    <svg viewBox="0 0 320 120" className="h-auto w-full max-w-sm" fill="none" aria-hidden="true">
      <g stroke="var(--ink)" strokeWidth="2">
        <path d="M8 16h304M8 104h304" />
      </g>
      <path d="m80 16 56 50" stroke="var(--orange)" strokeWidth="2" />
      <path d="m146 75 33 29" stroke="var(--hair)" strokeWidth="2" strokeDasharray="4 5" />
      <path d="m132 62 18 18m0-18-18 18" stroke="var(--vermilion)" strokeWidth="3" />
      <circle cx="80" cy="16" r="6" fill="var(--orange)" />
      <circle cx="179" cy="104" r="5" stroke="var(--hair)" strokeWidth="2" fill="var(--paper)" />
    </svg>
  )
}
