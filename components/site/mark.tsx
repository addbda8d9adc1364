// The mark: three lanes and two messages, a space-time diagram small enough for a tab.

type Props = { className?: string }

/** Decoration: whoever uses it says the name in words beside it. */
export function Mark({ className = 'h-6 w-[2.125rem]' }: Props) {
  return (
    <svg
      viewBox="0 0 34 24"
      className={`shrink-0 ${className}`}
      fill="none"
      strokeWidth="1.8"
      aria-hidden="true"
    >
      <path d="M1 4h32M1 12h32M1 20h32" stroke="currentColor" />
      <path d="m7 4 7 8M19 12l8 8" stroke="var(--accent)" />
      <g fill="var(--accent)">
        <circle cx="7" cy="4" r="2.4" />
        <circle cx="14" cy="12" r="2.4" />
        <circle cx="19" cy="12" r="2.4" />
        <circle cx="27" cy="20" r="2.4" />
      </g>
    </svg>
  )
}
