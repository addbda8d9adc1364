// A page that is a list or a few words: a title, a sentence, and what follows.

import type { ReactNode } from 'react'

type Props = { kicker?: string; title: string; says?: ReactNode; children?: ReactNode }

export function Page({ kicker, title, says, children }: Props) {
  return (
    <main id="text" className="mx-auto max-w-page px-4 pt-8 sm:px-6 sm:pt-14 lg:px-10">
      <header className="mb-14 max-w-[46rem]">
        {kicker && <p className="text-base text-soft">{kicker}</p>}
        <h1 className="mt-4 font-display text-title font-medium tracking-[-0.012em]">{title}</h1>
        {says && <p className="mt-4 text-[1.15em] leading-[1.45] text-soft">{says}</p>}
      </header>
      {children}
    </main>
  )
}
