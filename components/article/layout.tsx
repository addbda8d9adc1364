// How a post lies on the page: contents, text, margin; figures as wide as text and margin together.

import type { ReactNode } from 'react'
import { holding, type Words } from './words'

type Props = { head: ReactNode; contents?: ReactNode; foot: ReactNode; words: Words }

/**
 * In reading order: head, contents, text, foot. On wide screens the contents move to the left
 * margin beside all of them. Notes float into the right margin (side-note.tsx).
 */
export function Layout({ head, contents, foot, words }: Props) {
  return (
    <main
      id="text"
      className="
        mx-auto grid max-w-page px-4 pt-8 sm:px-6 sm:pt-14 lg:px-10
        xl:grid-cols-[13rem_minmax(0,1fr)] xl:gap-x-14"
    >
      <div className="mx-auto w-full max-lg:max-w-text lg:mx-0 xl:col-start-2">{head}</div>
      {contents && (
        <div
          className="
            mx-auto mt-8 w-full max-lg:max-w-text lg:mx-0 xl:col-start-1 xl:row-span-3
            xl:row-start-1 xl:mt-0 xl:pt-44"
        >
          {contents}
        </div>
      )}
      <div
        className="
          body mt-8 min-w-0 xl:col-start-2 [&>.wide]:clear-both [&>:not(.wide)]:max-w-text
          max-lg:[&>:not(.wide)]:mx-auto [&>#sources+ul]:list-none [&>#sources+ul]:pl-0
          [&>#sources+ul]:text-[0.9em] [&>#sources+ul]:leading-normal
          [&>#sources+ul>li]:pl-[1.4em] [&>#sources+ul>li]:-indent-[1.4em]"
        {...holding(words)}
      />
      <div className="mx-auto w-full min-w-0 max-lg:max-w-text lg:mx-0 xl:col-start-2">{foot}</div>
    </main>
  )
}
