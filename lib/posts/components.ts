// The one schema of what a post may be made of: components, their props, and plain HTML tags.
// The linter, the documentation and the editor's completions are made from it.

/** What a prop takes; `says` is its documentation. */
export type Prop = {
  /**
   * data: the import of a data file · moment: milliseconds · moments: a list of them ·
   * facts: an object of expected values · text · texts · flag.
   */
  readonly is: 'data' | 'moment' | 'facts' | 'text' | 'texts' | 'flag'
  readonly required?: boolean
  readonly says: string
}
export type Component = {
  readonly says: string
  /** words: a sentence, in running text · caption: words, alone on its lines · blocks · nothing. */
  readonly holds: 'words' | 'caption' | 'blocks' | 'nothing'
  /** Whether the words or blocks inside must be there. */
  readonly filled: boolean
  readonly props: { readonly [name: string]: Prop }
}

const of: Prop = { is: 'data', required: true, says: 'the import of a figure’s data file' }

export const components: { readonly [name: string]: Component } = {
  Figure: {
    says: 'One moment of a run; the words inside are its caption.',
    holds: 'caption',
    filled: true,
    props: { of },
  },
  Claim: {
    says: 'A sentence about a figure, held by the build. One of at, from and to, or never.',
    holds: 'words',
    filled: true,
    props: {
      of,
      that: { is: 'facts', required: true, says: 'facts and their expected values' },
      at: {
        is: 'moment',
        says: 'it holds at this moment; of a survey, at this value of what it goes over',
      },
      from: { is: 'moment', says: 'it holds at every event from here …' },
      to: { is: 'moment', says: '… to here' },
      never: { is: 'flag', says: 'it holds at no event of the run' },
      lever: { is: 'text', says: 'of the run after this lever (by its label) has been used' },
      against: { is: 'flag', says: 'of the second film' },
    },
  },
  At: {
    says: 'Words that move a figure to a moment.',
    holds: 'words',
    filled: true,
    props: { of, time: { is: 'moment', required: true, says: 'the moment' } },
  },
  Term: {
    says: 'A word of the glossary.',
    holds: 'words',
    filled: true,
    props: {
      of: { is: 'text', says: 'the glossary’s word, where the text has another form of it' },
    },
  },
  Predict: {
    says: 'Asks before the run goes on.',
    holds: 'nothing',
    filled: false,
    props: {
      of,
      at: { is: 'moment', required: true, says: 'where the film is held' },
      ask: { is: 'text', required: true, says: 'the question' },
      choices: { is: 'texts', required: true, says: 'the answers to choose from' },
      fact: { is: 'text', required: true, says: 'the fact that answers it' },
    },
  },
  Rule: {
    says: 'The source of one rule of a protocol, as it runs.',
    holds: 'nothing',
    filled: false,
    props: {
      of: { is: 'text', required: true, says: 'the protocol' },
      name: { is: 'text', required: true, says: 'the rule: on.requestVote' },
    },
  },
  Note: {
    says: 'A callout beside the argument.',
    holds: 'blocks',
    filled: true,
    props: { title: { is: 'text', says: 'its first words, set bold' } },
  },
  Formula: {
    says: 'A displayed formula of var, sub and sup.',
    holds: 'caption',
    filled: true,
    props: { say: { is: 'text', required: true, says: 'how it is read aloud' } },
  },
}

/** The HTML one may write, and the attributes each tag may have. */
export const tags: { readonly [name: string]: readonly string[] } = {
  var: [],
  sub: [],
  sup: [],
  kbd: [],
  abbr: ['title'],
  del: [],
  ins: [],
  br: [],
  dl: [],
  dt: [],
  dd: [],
}
