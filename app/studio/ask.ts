// Asks the studio's own server; what it refuses is thrown as its sentence.

import type { Fault } from '@/lib/posts/fault'
import type { Desk } from '@/lib/posts/studio/desk'

/** A file as the server shows it. */
export type Shown = {
  readonly file: string
  readonly text: string
  readonly hash: string
  readonly problems: readonly Fault[]
}

/** What the server would not do, and its status: 409 where the disk has changed. */
export class Unanswered extends Error {
  constructor(
    readonly status: number,
    says: string,
  ) {
    super(says)
  }
}

/** What is said while the server is gone; true only for as long as it is. */
export const silence = 'npm run dev does not answer; what you typed stays here, not saved yet'

async function ask<T>(path: string, body?: object): Promise<T> {
  const post = { method: 'POST', body: JSON.stringify(body) }
  const silent = () => {
    throw new Unanswered(0, silence)
  }
  const response = await fetch(`/studio/${path}`, body && post).catch(silent)
  const answer = await response.json().catch(silent)
  if (!response.ok) throw new Unanswered(response.status, answer.says)
  return answer as T
}

type Edits = readonly { readonly from: number; readonly to: number; readonly text: string }[]

export const server = {
  /** Whether it answers at all, whatever it says. */
  answers: () =>
    ask('hash/').then(
      () => true,
      (fault: Unanswered) => fault.status !== 0,
    ),
  desk: () => ask<Desk>('desk'),
  open: (slug: string, name = 'post.mdx') => ask<Shown>(`files/${slug}/${name}`),
  save: (slug: string, was: string, edits: Edits) =>
    ask<Shown>(`files/${slug}/post.mdx`, { was, edits }),
  /** Of its words as they are on disk now. */
  hash: (slug: string) => ask<Pick<Shown, 'hash'>>(`hash/${slug}`),
  /** The hash of each figure's data. */
  data: (slug: string) => ask<{ [figure: string]: string }>(`data/${slug}`),
  problems: (slug: string, text: string) =>
    ask<Pick<Shown, 'problems'>>(`problems/${slug}`, { text }),
  addPost: (title: string) => ask<{ slug: string }>('posts', { title, note: false }),
  addFigure: (slug: string, was: string, name: string, protocol: string) =>
    ask<Shown>(`figures/${slug}`, { was, name, protocol }),
  keep: (slug: string, figure: string, was: string, link: string) =>
    ask<Shown>(`moments/${slug}/${figure}`, { was, link }),
}
