// Code, highlighted when the page is built: classes from the page's own inks, no inline style.

import {
  type BundledLanguage,
  bundledLanguages,
  codeToTokens,
  createCssVariablesTheme,
} from 'shiki'

const theme = createCssVariablesTheme({ name: 'inks', variablePrefix: '--', variableDefaults: {} })

/** What each kind of token looks like; weight and slope first, colour second. */
const looks: Record<string, string> = {
  'token-comment': 'italic text-soft',
  'token-keyword': 'font-semibold',
  'token-string': 'text-green',
  'token-string-expression': 'text-green',
  'token-constant': 'text-orange',
  'token-function': 'text-sky',
  'token-parameter': '',
  'token-punctuation': 'text-soft',
}

const lookOf = (color = '') => looks[/^var\(--(.+)\)$/.exec(color)?.[1] ?? ''] || undefined

type Props = { code: string; language?: string; label?: string }

/** `label` names the block for those who hear it; it scrolls by itself and by the keys. */
export async function Code({ code, language = '', label = 'Code' }: Props) {
  const lang = (language in bundledLanguages ? language : 'text') as BundledLanguage
  const { tokens } = await codeToTokens(code.replace(/\n$/, ''), { lang, theme })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <pre
      className="
        my-[1.4em] overflow-x-auto border-l-2 border-hair py-1 pl-5 font-mono text-[0.78em]
        leading-relaxed print:whitespace-pre-wrap"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
      tabIndex={0}
      role="group"
      aria-label={label}
    >
      <code>
        {tokens.map((line, i) => (
          <span key={i}>
            {line.map(({ content, color }, k) => {
              const look = lookOf(color)
              return look ? (
                <span key={k} className={look}>
                  {content}
                </span>
              ) : (
                content
              )
            })}
            {'\n'}
          </span>
        ))}
      </code>
    </pre>
  )
}
