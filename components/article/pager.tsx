// The way on: the part before and the part after.

type Neighbour = { href: string; part: number; title: string }
type Props = { before?: Neighbour; after?: Neighbour }

export function Pager({ before, after }: Props) {
  if (!before && !after) return null
  return (
    <nav
      aria-label="Parts before and after"
      className="mt-10 grid gap-x-10 border-y border-hair sm:grid-cols-2 print:hidden"
    >
      {before && <Way {...before} says="Before this" />}
      {after && <Way {...after} says="Next" right />}
    </nav>
  )
}

type WayProps = Neighbour & { says: string; right?: boolean }

function Way({ href, part, title, says, right }: WayProps) {
  const look = 'group block py-5 no-underline max-sm:not-first:border-t max-sm:border-hair'
  const side = right ? 'sm:col-start-2 sm:text-right' : ''
  return (
    <a href={href} rel={right ? 'next' : 'prev'} className={`${look} ${side}`}>
      <span className="block text-sm text-soft">{`${says} · part ${part}`}</span>
      <span className="mt-0.5 block leading-snug font-semibold text-balance group-hover:underline">
        {title}
      </span>
    </a>
  )
}
