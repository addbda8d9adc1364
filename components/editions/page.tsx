// The page edition: what each component of a post is on the site itself.

import type { ComponentProps, ReactNode } from 'react'
import { Callout, Formula } from '@/components/article/callout'
import { Code } from '@/components/article/code'
import { Point, Section, Subsection } from '@/components/article/heading'
import { MomentLink } from '@/components/article/moment-link'
import * as prose from '@/components/article/prose'
import { Term as TermLink } from '@/components/article/term'
import { Figure as FigureFrame } from '@/components/figure/figure'
import { Predict as Question } from '@/components/figure/predict'
import type { QuestionProps } from '@/components/figure/question'
import { picturePath } from './address'
import { flatBlocks } from './flat-blocks'
import { inlineNotes } from './notes'
import { setQuotes } from './quotes'
import { printSize } from './sizes'

/** What the edition must be told of the publication. */
export type PageContext = {
  readonly slug: string
  /** The path the site lies under, '' at the root. */
  readonly base: string
  /** The glossary: word → its sentence, and the address of its entry. */
  readonly terms: { readonly [word: string]: { readonly says: string; readonly href: string } }
  /** What a fact is at the end of a run, as one of the choices, and at the end of others. */
  readonly predict: (
    of: FigureProps['of'],
    fact: string,
    choices: readonly string[],
  ) => Promise<Pick<QuestionProps, 'answer' | 'others' | 'runs'>>
  /** What the runs of a survey came to; undefined for other figures. */
  readonly summary: (of: FigureProps['of']) => Promise<FigureProps['summary']>
}

type FigureProps = ComponentProps<typeof FigureFrame>
type Placed = { readonly id: string; readonly place: string; readonly children?: ReactNode }
type ClaimProps = Placed & { readonly at?: number; readonly from?: number }
type TermProps = { readonly of?: string; readonly place: string; readonly children?: ReactNode }
type PredictProps = Placed & {
  readonly of: FigureProps['of']
  readonly at: number
  readonly ask: string
  readonly choices: readonly string[]
  readonly fact: string
}
type RuleProps = { readonly of: string; readonly name: string; readonly code: string }

/**
 * Reader views, which know no stylesheet and leave out what is alive, find the printed picture in
 * its place; nobody else sees or fetches it.
 */
function Figure({ printed, ...props }: FigureProps & { printed: string }) {
  return (
    <div className="wide">
      <img
        className="hidden"
        loading="lazy"
        src={printed}
        alt={`Figure ${props.number}`}
        {...printSize}
      />
      <FigureFrame {...props} />
    </div>
  )
}

const Claim = ({ id, at, from, children }: ClaimProps) => (
  <MomentLink is="claim" id={id} moment={at ?? from}>
    {children}
  </MomentLink>
)
const At = ({ id, time, children }: Placed & { readonly time: number }) => (
  <MomentLink is="moment" id={id} moment={time}>
    {children}
  </MomentLink>
)
const Rule = ({ of, name, code }: RuleProps) => (
  <Code
    code={code}
    language="ts"
    label={`The rule ${name} of ${of}`}
    member={!/^(export |const |function )/m.test(code)}
  />
)

type Block = { readonly className?: string; readonly children?: ReactNode }
/** A fenced block: MDX hands over `<pre><code class="language-ts">`. */
function Pre({ children }: { children?: ReactNode }) {
  const { className = '', children: code } = (children as { props: Block }).props
  return <Code code={String(code)} language={/language-([\w-]+)/.exec(className)?.[1]} />
}

const own = { Claim, At, Rule, Note: Callout, Formula }
const plain = {
  p: prose.P,
  h2: Section,
  h3: Subsection,
  h4: Point,
  ul: prose.Ul,
  ol: prose.Ol,
  li: prose.Li,
  dl: prose.Dl,
  dt: prose.Dt,
  dd: prose.Dd,
  blockquote: prose.Quote,
  hr: prose.Break,
  code: prose.Literal,
  kbd: prose.Key,
  table: prose.Table,
  th: prose.Th,
  td: prose.Td,
  pre: Pre,
}

/** What is quoted as it is typed. */
const isCode = (type: unknown) => type === Pre || type === prose.Literal || type === Rule

/** The body of a post on its page; `run` runs it with the components that it is handed. */
export const pageBody = (
  context: PageContext,
  run: (components: ReturnType<typeof pageEdition>) => ReactNode,
) => flatBlocks(inlineNotes(setQuotes(run(pageEdition(context)), isCode)))

/** The components to hand to `evaluate`’s content. */
const pageEdition = ({ slug, base, terms, predict, summary }: PageContext) => {
  const inside = (address = '') => (address.startsWith('/') ? base + address : address)
  return {
    ...own,
    ...plain,
    Figure: async (props: FigureProps) => {
      const printed = inside(picturePath(slug, props.id))
      return <Figure {...props} printed={printed} summary={await summary(props.of)} />
    },
    a: ({ href, ...rest }: ComponentProps<'a'>) => <a href={inside(href)} {...rest} />,
    img: ({ src, ...rest }: ComponentProps<'img'>) => (
      <prose.Image src={inside(src as string)} {...rest} />
    ),
    Predict: async ({ of, at, fact, id, ask, choices }: PredictProps) => (
      <Question {...{ id, ask, choices }} moment={at} {...(await predict(of, fact, choices))} />
    ),
    Term: ({ of = '', place, children }: TermProps) => {
      const term = terms[of]
      if (!term) return children
      return (
        <TermLink to={term.href} definition={term.says} id={`term-${place.replace(':', '-')}`}>
          {children}
        </TermLink>
      )
    },
  }
}
