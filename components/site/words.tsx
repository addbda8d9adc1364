// The parts of a page that is words and no post: sections, paragraphs, lists of addresses.

import type { ReactNode } from 'react'

type SectionProps = { id: string; title: string; children: ReactNode }

export function Words({ id, title, children }: SectionProps) {
  return (
    <section
      aria-labelledby={id}
      className="mt-10 grid gap-x-10 border-t border-hair pt-5 lg:grid-cols-[18rem_minmax(0,1fr)]"
    >
      <h2 id={id} className="text-[1.25em] leading-tight font-semibold text-balance">
        {title}
      </h2>
      <div
        className="
          max-w-text max-lg:mt-3 [&_li]:my-[0.35em] [&_p]:my-[0.85em] [&_p:first-child]:mt-0
          [&_ul]:my-[0.85em] [&_ul]:list-disc [&_ul]:pl-[1.2em]"
      >
        {children}
      </div>
    </section>
  )
}

type AddressProps = { href: string; says: ReactNode; children: ReactNode }

/** One line of a list of addresses: what it is called, where it is, what it is for. */
export function Address({ href, says, children }: AddressProps) {
  return (
    <div className="border-t border-hair py-4">
      <dt>
        <a href={href} className="font-semibold wrap-anywhere">
          {says}
        </a>
      </dt>
      <dd className="mt-0.5 text-[0.9375em] leading-normal text-soft">{children}</dd>
    </div>
  )
}
