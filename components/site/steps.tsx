// From one page of a list to the next: newer on the left, older on the right.

type Props = { newer?: string | undefined; older?: string | undefined }

const way = 'inline-flex min-h-11 items-center'

export function Steps({ newer, older }: Props) {
  if (!newer && !older) return null
  return (
    <nav aria-label="Pages of this list" className="flex border-t border-hair pt-4 print:hidden">
      {newer && (
        <a href={newer} rel="prev" className={way}>
          Newer
        </a>
      )}
      {older && (
        <a href={older} rel="next" className={`ml-auto ${way}`}>
          Older
        </a>
      )}
    </nav>
  )
}
