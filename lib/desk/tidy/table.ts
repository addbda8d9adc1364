// Who may know whom: the table of the house, as data.

/** What a room may import: other rooms, Node's own modules, packages. */
export type Room = {
  readonly name: string
  /** Rooms or files, as the beginnings of their paths. */
  readonly may: readonly string[]
  /** Of these only types. */
  readonly types?: readonly string[]
  readonly node?: boolean
  /** Packages; `all` of them but those in `never`. */
  readonly packages: readonly string[] | 'all'
  readonly never?: readonly string[]
}

const simulated = ['lib/sim', 'lib/protocols', 'lib/studies', 'lib/link']
const react = ['react', 'react-dom', 'next', 'preact']
const seen = { packages: ['react', 'react-dom'] } as const

/** The longest name that a path begins with is its room. */
export const rooms: readonly Room[] = [
  { name: 'lib/sim', may: [], packages: [] },
  {
    name: 'lib/values',
    may: ['lib/sim/dice', 'lib/sim/curves'],
    types: ['lib/sim/protocol'],
    packages: [],
  },
  { name: 'lib/checks', may: ['lib/values'], types: ['lib/sim'], packages: [] },
  { name: 'lib/protocols', may: ['lib/sim', 'lib/values', 'lib/checks'], packages: [] },
  {
    name: 'lib/studies',
    may: ['lib/sim/dice', 'lib/sim/curves', 'lib/values', 'lib/checks'],
    types: ['lib/sim'],
    packages: [],
  },
  { name: 'lib/link', may: ['lib/sim', 'lib/protocols', 'lib/studies'], packages: [] },
  { name: 'content', may: [], types: ['lib/protocols', 'lib/studies'], packages: [] },
  {
    name: 'lib/posts',
    may: [...simulated, 'content/site', 'content/tags', 'content/glossary'],
    node: true,
    packages: 'all',
    never: react,
  },
  {
    name: 'lib/feeds',
    may: ['content/site', 'content/tags'],
    types: ['lib/posts'],
    node: true,
    packages: 'all',
    never: react,
  },
  {
    name: 'components/pictures',
    may: ['lib/sim'],
    packages: [],
    types: ['react', 'lib/studies'],
  },
  {
    name: 'components/figure',
    may: [
      ...[
        'components/pictures',
        'components/islands/hyphened',
        'components/islands/island',
        'components/islands/trust',
      ],
      ...['lib/checks', ...simulated],
    ],
    types: ['components/islands/links'],
    ...seen,
  },
  {
    name: 'components/article',
    may: ['components/figure', 'components/site'],
    types: ['lib/posts'],
    packages: [...seen.packages, 'shiki'],
  },
  {
    name: 'components/site',
    may: ['components/figure', 'lib/posts/nearest'],
    types: ['lib/posts'],
    ...seen,
  },
  {
    name: 'components/editions',
    may: ['components/article', 'components/figure', 'components/pictures', 'lib/sim'],
    types: ['lib/posts'],
    ...seen,
  },
  {
    name: 'components/islands',
    may: ['components/figure', 'components/article', 'components/site'],
    node: true,
    packages: ['react', 'react-dom', 'preact', 'esbuild'],
  },
  { name: 'lib/desk', may: ['lib', 'components', 'content'], node: true, packages: 'all' },
  { name: 'app', may: ['lib', 'components', 'content', '.cache'], node: true, packages: 'all' },
  { name: 'e2e', may: ['lib', 'components', 'content'], node: true, packages: 'all' },
]

/** Rooms that nobody imports from, besides those named. */
export const closed: readonly (readonly [room: string, from: readonly string[]])[] = [
  ['lib/desk', ['lib/desk', 'e2e', 'lib/tidy.test.ts']],
  ['app', ['app']],
]
