// The words edition: what each component of a post is where nothing is drawn, as in Markdown.

import type { ReactNode } from 'react'

/** One run of a figure as a table: the second one says what is different in it. */
export type Told = {
  readonly label?: string | undefined
  readonly rows: readonly (readonly [when: string, what: string])[]
}

/** What a figure is in words. */
export type Worded = {
  readonly number: number
  readonly title: string
  /** What its picture shows, in sentences. */
  readonly says: string
  readonly runs: readonly Told[]
  /** The address that shows the figure at this moment. */
  readonly href: string
}

export type WordsContext = {
  /** The site's own address, without a slash at its end. */
  readonly address: string
  /** The post's own address. */
  readonly permalink: string
  readonly figures: { readonly [id: string]: Worded }
  /** Where a word of the glossary stands: `/glossary#quorum`. */
  readonly termPath: (word: string) => string
  /** The address of an image that lies beside the post. */
  readonly image: (src: string) => string
}

type Children = { readonly children?: ReactNode }
type Placed = Children & { readonly id: string }

const Run = ({ label, rows }: Told) => (
  <>
    {label && (
      <p>
        <em>{label}:</em>
      </p>
    )}
    <table>
      <thead>
        <tr>
          <th>When</th>
          <th>What happens</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([when, what], i) => (
          <tr key={i}>
            <td>{when}</td>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
)

const figureOf =
  ({ figures }: WordsContext) =>
  ({ id, children }: Placed) => {
    const { number, title, says, runs, href } = figures[id]!
    return (
      <>
        <p>
          <strong>{`Figure ${number}. ${title}.`}</strong> {children}
        </p>
        <p>
          {says} <a href={href}>Run this figure on the site</a>.
        </p>
        {runs.map((run, i) => run.rows.length > 0 && <Run key={i} {...run} />)}
      </>
    )
  }

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

const Rule = ({ code }: { readonly code: string }) => (
  <pre>
    <code className="language-ts">{code}</code>
  </pre>
)

type Question = {
  readonly ask: string
  readonly choices: readonly string[]
}
const Predict = ({ ask, choices }: Question) => (
  <>
    <p>
      <strong>{ask}</strong>
    </p>
    <ul>
      {choices.map((choice) => (
        <li key={choice}>{choice}</li>
      ))}
    </ul>
  </>
)

/** The components to hand to `evaluate`'s content. */
export const wordsEdition = (context: WordsContext) => {
  const { address, permalink, termPath, image } = context
  const absolute = (href = '') =>
    href.startsWith('#') ? permalink + href : href.startsWith('/') ? address + href : href
  return {
    Figure: figureOf(context),
    Claim: ({ children }: Children) => children,
    At: ({ id, time, children }: Placed & { readonly time: number }) => (
      <a href={`${permalink}?at=${time}#${id}`}>{children}</a>
    ),
    Term: ({ of, children }: Children & { readonly of: string }) => (
      <a href={address + termPath(of)}>{children}</a>
    ),
    Note: Callout,
    Formula: ({ children }: Children) => <p>{children}</p>,
    Rule,
    Predict,
    // Notes are named, not linked.
    a: ({ href, ...rest }: Children & { readonly href?: string }) => (
      <a {...rest} href={'data-footnote-ref' in rest ? href : absolute(href)} />
    ),
    img: ({ src, alt }: { readonly src: string; readonly alt: string }) => (
      <img src={image(src)} alt={alt} />
    ),
  }
}
