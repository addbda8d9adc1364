'use client'
// Search: a form that works by itself; awake, it shows what is found while one types.

import {
  type MouseEvent,
  type RefObject,
  type SyntheticEvent,
  useEffect,
  useRef,
  useState,
} from 'react'
import { type Answer, type Found, find, type Part } from './found'

const atOnce = 8

type Shown = { readonly words: string; readonly answer: Answer; readonly found: readonly Found[] }

/** What the address asks for: `?q=quorum`. */
const asked = () => new URLSearchParams(location.search).get('q') ?? ''

const sentence = (words: string, shown: Shown | undefined, failed: boolean) => {
  if (failed) return 'The index cannot be read here. Everything there is stands below.'
  if (!words || shown?.words !== words) return ''
  const { count } = shown.answer
  if (count === 0) return `Nothing was found for “${words}”.`
  return `${count} ${count === 1 ? 'page' : 'pages'} for “${words}”.`
}

/** Asks for `words` whenever they change; the newest answer is shown. */
function useAnswer(base: string, words: string) {
  const [shown, setShown] = useState<Shown>()
  const [failed, setFailed] = useState(false)
  const newest = useRef('')
  useEffect(() => {
    newest.current = words
    if (!words) return setShown(undefined)
    find(base, words).then(
      async (answer) => {
        const found = await answer?.more(atOnce)
        if (!answer || !found || newest.current !== words) return
        setFailed(false)
        setShown({ words, answer, found })
      },
      () => setFailed(true),
    )
  }, [base, words])
  const more = async () => {
    if (!shown) return
    const found = [...shown.found, ...(await shown.answer.more(atOnce))]
    setShown((now) => (now?.answer === shown.answer ? { ...shown, found } : now))
  }
  return { shown, failed, more }
}

type Props = { base: string }

/** `base` is the path the site lies under, '' at the root. */
export function Search({ base }: Props) {
  const [typed, setTyped] = useState('')
  const words = typed.trim().replace(/\s+/g, ' ')
  const { shown, failed, more } = useAnswer(base, words)
  // The field keeps its own text: somebody may have written in it before this woke.
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const { current: it } = field
    if (!it) return
    it.value ||= asked()
    setTyped(it.value)
  }, [])
  const keep = (event: SyntheticEvent) => {
    event.preventDefault()
    history.replaceState(null, '', words ? `?q=${encodeURIComponent(words)}` : location.pathname)
  }
  return (
    <>
      <search>
        <form action={`${base}/search`} onSubmit={keep} className="flex flex-wrap gap-3">
          <Field field={field} hear={setTyped} />
          <button type="submit" className="min-h-12 cursor-pointer border border-soft px-5">
            Search
          </button>
          <SlashKey />
        </form>
      </search>
      <p role="status" className="mt-4 min-h-[1.6em] text-[0.9375rem] text-soft">
        {sentence(words, shown, failed)}
        {shown?.words === words && shown.answer.meant && (
          <Meant base={base} words={shown.answer.meant} field={field} ask={setTyped} />
        )}
      </p>
      {shown && shown.found.length > 0 && <Results {...shown} more={more} />}
    </>
  )
}

type MeantProps = {
  base: string
  words: string
  field: RefObject<HTMLInputElement | null>
  ask: (words: string) => void
}

/** A link like any other, which asks here at once. */
function Meant({ base, words, field, ask }: MeantProps) {
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const { current: it } = field
    if (it) it.value = words
    it?.focus()
    ask(words)
  }
  return (
    <>
      {' Did you mean '}
      <a href={`${base}/search?q=${encodeURIComponent(words)}`} onClick={follow}>
        {words}
      </a>
      ?
    </>
  )
}

type FieldProps = { field: RefObject<HTMLInputElement | null>; hear: (typed: string) => void }

const Field = ({ field, hear }: FieldProps) => (
  <>
    <label htmlFor="query" className="w-full text-[0.9375rem] text-soft">
      Words, as they stand in the text
    </label>
    <input
      id="query"
      type="search"
      name="q"
      ref={field}
      onInput={(event) => hear((event.target as HTMLInputElement).value)}
      autoComplete="off"
      spellCheck={false}
      enterKeyHint="search"
      // biome-ignore lint/a11y/noAutofocus: the page has no other purpose
      autoFocus
      className="min-h-12 min-w-0 flex-1 basis-48 border border-soft bg-panel px-3 text-[1.0625em]"
    />
  </>
)

/** A key alone must be one that can be turned off; the theme's script asks for this choice. */
function SlashKey() {
  const [on, setOn] = useState(true)
  useEffect(() => setOn(!kept().slash), [])
  const turn = () => {
    setOn(!on)
    kept().slash = on ? 'off' : ''
  }
  return (
    <label
      className="
        flex min-h-11 w-full items-center gap-2.5 text-[0.9375rem] text-soft
        noscript:hidden"
    >
      <input type="checkbox" checked={on} onChange={turn} className="size-5" />
      <span>
        The key <kbd>/</kbd> opens this page from anywhere
      </span>
    </label>
  )
}

/** What the browser remembers, or nothing where it may not. */
const kept = (): Partial<Storage> => {
  try {
    return localStorage
  } catch {
    return {}
  }
}

function Results({ answer, found, more }: Shown & { more: () => Promise<void> }) {
  return (
    <>
      <ol data-found="" className="mt-6 border-b border-hair">
        {found.map((it) => (
          <li key={it.href} className="border-t border-hair py-6">
            <h2 className="text-[1.375rem] leading-snug font-semibold text-balance">
              <a href={it.href} className="no-underline hover:underline">
                {it.title}
              </a>
            </h2>
            {it.parts.length === 0 && <Excerpt {...it} />}
            {it.parts.length > 0 && (
              <ul className="mt-2 border-l-2 border-hair pl-4">
                {it.parts.map((part) => (
                  <li key={part.href} className="mt-2">
                    <a href={part.href}>{part.title}</a>
                    <Excerpt {...part} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      {found.length < answer.count && (
        <button
          type="button"
          onClick={() => void more()}
          className="mt-6 min-h-12 cursor-pointer border border-soft px-5"
        >
          More
        </button>
      )}
    </>
  )
}

/** Text and marks, never HTML. */
const Excerpt = ({ excerpt }: Part) => (
  <p className="mt-1 max-w-[40rem] text-[1.0625rem] leading-normal text-soft">
    {excerpt.map(({ text, meant }, i) =>
      meant ? (
        <mark key={i} className="bg-transparent font-semibold text-ink underline">
          {text}
        </mark>
      ) : (
        text
      ),
    )}
  </p>
)
