// The feed edition: what each component of a post is to a subscriber, in the HTML that survives.

import { isValidElement, type ReactNode } from 'react'

/** What a figure is in a feed: a picture of its run at one moment, and that moment's address. */
export type Pictured = {
  readonly src: string
  readonly alt: string
  readonly number: number
  /** The moment that the picture shows; left out where it has no time. */
  readonly at?: number | undefined
}

export type FeedContext = {
  /** The site's own address, without a slash at its end. */
  readonly address: string
  /** The post's own address. */
  readonly permalink: string
  readonly figures: { readonly [id: string]: Pictured }
  /** Where a word of the glossary stands: `/glossary#quorum`. */
  readonly termPath: (word: string) => string
  /** The address and size of an image that lies beside the post. */
  readonly image: (src: string) => { src: string; width: number; height: number }
}

type Children = { readonly children?: ReactNode }
type Placed = Children & { readonly id: string }

const atMoment = (permalink: string, id: string, at?: number) =>
  `${permalink}${at === undefined ? '' : `?at=${at}`}#${id}`

const figureOf =
  ({ figures, permalink }: FeedContext) =>
  ({ id, children }: Placed) => {
    const { src, alt, number, at } = figures[id]!
    const href = atMoment(permalink, id, at)
    return (
      <figure id={id}>
        <a href={href}>
          {/* Lazy, or React puts a preload link before it; the word is taken out again. */}
          <img src={src} alt={alt} width={720} height={405} loading="lazy" />
        </a>
        <figcaption>
          <p>
            <strong>{`Figure ${number}.`}</strong> {children}{' '}
            <a href={href}>Run this figure on the site</a>.
          </p>
        </figcaption>
      </figure>
    )
  }

/** A name given to another place in this post, or on this site, is made absolute. */
const absolute = ({ address, permalink }: FeedContext, href = '') => {
  if (href.startsWith('#')) return permalink + href.replace(/^#fn-/, '#fn')
  return href.startsWith('/') ? address + href : href
}

type Link = Children & { readonly href?: string; readonly 'data-footnote-ref'?: unknown }
const linkOf = (context: FeedContext) => (props: Link & { 'data-footnote-backref'?: unknown }) =>
  'data-footnote-backref' in props ? null : (
    <a href={absolute(context, props.href)}>{props.children}</a>
  )

/** The list of footnotes; its heading says Notes, under a rule. */
const Notes = ({ children, ...props }: Children & { 'data-footnotes'?: unknown }) =>
  'data-footnotes' in props ? (
    <>
      <hr />
      {children}
    </>
  ) : (
    children
  )

const Heading = ({ id, children }: Placed) =>
  id === 'footnote-label' ? <h2>Notes</h2> : <h2 id={id}>{children}</h2>

const Callout = ({ title, children }: Children & { readonly title?: string }) => (
  <blockquote>
    {title && (
      <p>
        <strong>{title}</strong>
      </p>
    )}
    {children}
  </blockquote>
)

const Code = ({ children }: Children) => <code>{children}</code>
const Pre = ({ children }: Children) => <pre>{children}</pre>
const Rule = ({ code }: { readonly code: string }) => (
  <pre>
    <code>{code}</code>
  </pre>
)
const Head = ({ children }: Children) => <th scope="col">{children}</th>
const Cell = ({ children }: Children) => <td>{children}</td>
const Words = ({ children }: Children) => children
const Paragraph = ({ children }: Children) => <p>{children}</p>
const Item = ({ id, children }: Partial<Placed>) => (
  <li id={id?.replace(/^fn-/, 'fn')}>{children}</li>
)
/** The number of a note has a name to come back to; anything else that is raised has none. */
const Raised = ({ children }: Children) => {
  const { id } = isValidElement<Partial<Placed>>(children) ? children.props : {}
  return <sup id={id?.replace(/^fnref-/, 'fnref')}>{children}</sup>
}
const Bullets = ({ children }: Children) => <ul>{children}</ul>
/** A list that goes on from an earlier one keeps its numbers. */
const Numbered = ({ children, start }: Children & { start?: number }) => (
  <ol start={start}>{children}</ol>
)

type Question = {
  readonly id: string
  readonly at: number
  readonly ask: string
  readonly choices: readonly string[]
}
const predictOf =
  ({ permalink }: FeedContext) =>
  ({ id, at, ask, choices }: Question) => (
    <p>
      <strong>{ask}</strong> {`${choices.join(' · ')}. `}
      <a href={atMoment(permalink, id, at)}>See what happens</a>.
    </p>
  )

/** The components to hand to `evaluate`'s content. */
export const feedEdition = (context: FeedContext) => ({
  Figure: figureOf(context),
  Claim: Words,
  At: ({ id, time, children }: Placed & { readonly time: number }) => (
    <a href={atMoment(context.permalink, id, time)}>{children}</a>
  ),
  Term: ({ of, children }: Children & { readonly of: string }) => (
    <a href={context.address + context.termPath(of)}>{children}</a>
  ),
  Note: Callout,
  Formula: Paragraph,
  Rule,
  Predict: predictOf(context),
  a: linkOf(context),
  img: ({ src, alt }: { readonly src: string; readonly alt: string }) => (
    <img {...context.image(src)} alt={alt} loading="lazy" />
  ),
  section: Notes,
  h2: Heading,
  pre: Pre,
  code: Code,
  th: Head,
  td: Cell,
  li: Item,
  sup: Raised,
  ul: Bullets,
  ol: Numbered,
})
