// The components of a post and their props, for editors; written by `npm run check`.

type FigureData =
  | import('@/lib/protocols').Scenario
  | import('@/lib/protocols').Survey
  | import('@/lib/studies').Study

type MDXProvidedComponents = {
  /** One moment of a run; the words inside are its caption. */
  Figure: (props: {
    /** the import of a figure’s data file */
    of: FigureData
    children: unknown
  }) => null
  /** A sentence about a figure, held by the build. One of at, from and to, or never. */
  Claim: (props: {
    /** the import of a figure’s data file */
    of: FigureData
    /** facts and their expected values */
    that: { readonly [fact: string]: unknown }
    /** it holds at this moment; of a survey, at this value of what it goes over */
    at?: number
    /** it holds at every event from here … */
    from?: number
    /** … to here */
    to?: number
    /** it holds at no event of the run */
    never?: true
    /** of the run after this lever (by its label) has been used */
    lever?: string
    /** of the second film */
    against?: true
    children: unknown
  }) => null
  /** Words that move a figure to a moment. */
  At: (props: {
    /** the import of a figure’s data file */
    of: FigureData
    /** the moment */
    time: number
    children: unknown
  }) => null
  /** A word of the glossary. */
  Term: (props: {
    /** the glossary’s word, where the text has another form of it */
    of?: string
    children: unknown
  }) => null
  /** Asks before the run goes on. */
  Predict: (props: {
    /** the import of a figure’s data file */
    of: FigureData
    /** where the film is held */
    at: number
    /** the question */
    ask: string
    /** the answers to choose from */
    choices: readonly string[]
    /** the fact that answers it */
    fact: string
    children?: never
  }) => null
  /** The source of one rule of a protocol, as it runs. */
  Rule: (props: {
    /** the protocol */
    of: string
    /** the rule: on.requestVote */
    name: string
    children?: never
  }) => null
  /** A callout beside the argument. */
  Note: (props: {
    /** its first words, set bold */
    title?: string
    children: unknown
  }) => null
  /** A displayed formula of var, sub and sup. */
  Formula: (props: {
    /** how it is read aloud */
    say: string
    children: unknown
  }) => null
}
