// Code, highlighted when the page is built: classes from the page's own inks, no inline style.

import {
  type BundledLanguage,
  bundledLanguages,
  codeToTokens,
  createCssVariablesTheme,
  type ThemedToken,
} from 'shiki'

const theme = createCssVariablesTheme({ name: 'inks', variablePrefix: '--', variableDefaults: {} })

/** What each kind of token looks like; weight and slope first, colour second. */
const looks: Record<string, string> = {
  'token-comment': 'italic text-soft',
  'token-keyword': 'font-semibold',
  'token-string': 'text-soft',
  'token-string-expression': 'text-soft',
  'token-constant': 'text-ink',
  'token-function': 'font-semibold',
}

const lookOf = (content: string, color = '') => {
  const look = looks[/^var\(--(.+)\)$/.exec(color)?.[1] ?? ''] || undefined
  // The grammar calls operators keywords; only words are set bold.
  return look === looks['token-keyword'] && !/\w/.test(content) ? undefined : look
}

type Props = { code: string; language?: string | undefined; label?: string; member?: boolean }

type Piece = { text: string; look: string | undefined }

/** Neighbours that look alike are one piece; line ends belong to the piece before them. */
function piecesOf(lines: readonly (readonly ThemedToken[])[]): Piece[] {
  const pieces: Piece[] = []
  const add = (text: string, look: string | undefined) => {
    const last = pieces.at(-1)
    if (last && (last.look === look || !text.trim())) last.text += text
    else pieces.push({ text, look })
  }
  for (const line of lines) {
    for (const { content, color } of line) add(content, lookOf(content, color))
    add('\n', undefined)
  }
  return pieces
}

/**
 * `label` names the block for those who hear it; it scrolls by itself and by the keys. `member`:
 * the code stands in an object, and is read as if it did.
 */
export async function Code({ code, language = '', label = 'Code', member }: Props) {
  const lang = (language in bundledLanguages ? language : 'text') as BundledLanguage
  const text = code.replace(/\n$/, '')
  const whole = member ? `const it = {\n${text}\n}` : text
  // Without a limit of time: a busy machine would leave the end of a line plain.
  const { tokens } = await codeToTokens(whole, { lang, theme, tokenizeTimeLimit: 0 })
  return (
    <div className="wide group relative my-[1.4em] max-lg:mx-auto max-lg:max-w-text">
      <Copy />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <pre
        className="
          overflow-x-auto border-l-2 border-hair py-1 pl-5 font-mono text-[0.78em]
          leading-relaxed print:whitespace-pre-wrap"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        tabIndex={0}
        role="group"
        aria-label={label}
      >
        <code>
          {piecesOf(member ? tokens.slice(1, -1) : tokens).map(({ text, look }, i) =>
            look ? (
              <span key={i} className={look}>
                {text}
              </span>
            ) : (
              text
            ),
          )}
        </code>
      </pre>
    </div>
  )
}

/** Hidden until a script that can copy has run: components/islands/copy.ts. */
const Copy = () => (
  <button
    type="button"
    data-copy=""
    hidden
    className="
      absolute -top-2 right-0 min-h-11 min-w-11 cursor-pointer bg-paper px-3 text-[0.875rem]
      text-soft hover:text-ink print:hidden [@media(hover:hover)]:opacity-0
      [@media(hover:hover)]:group-hover:opacity-100 [@media(hover:hover)]:focus-visible:opacity-100"
  >
    Copy
  </button>
)
