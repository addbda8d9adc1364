// What the article holds: before the text on narrow screens, beside it on wide ones.

/** One heading of the text. */
export type ContentsLine = { id: string; text: string }

type Props = { lines: readonly ContentsLine[] }

/** One list for both. */
export function Contents({ lines }: Props) {
  return (
    <nav
      aria-label="Contents"
      className="
        max-w-text text-[0.9375rem] leading-snug text-soft xl:sticky xl:top-8
        xl:max-h-[calc(100vh-4rem)] xl:overflow-y-auto xl:text-sm print:hidden"
    >
      <ol className="border-l border-hair pl-5 xl:border-0 xl:pl-0">
        {lines.map(({ id, text }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="inline-block py-1.5 no-underline hover:text-ink hover:underline"
            >
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
