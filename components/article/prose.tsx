// The plain parts of prose: paragraphs, lists, tables, quotations, links, images.

import type { ComponentProps } from 'react'

/** Its room is said once, in marks.css: an article has more paragraphs than anything else. */
export const P = (props: ComponentProps<'p'>) => <p {...props} />

export const Ul = (props: ComponentProps<'ul'>) => (
  <ul className="my-[0.95em] list-disc pl-[1.2em] marker:text-soft" {...props} />
)
export const Ol = (props: ComponentProps<'ol'>) => (
  <ol className="my-[0.95em] list-decimal pl-[1.4em] marker:text-soft" {...props} />
)
export const Li = (props: ComponentProps<'li'>) => <li className="my-[0.35em] pl-1" {...props} />
export const Dl = (props: ComponentProps<'dl'>) => <dl className="my-[1.2em]" {...props} />
export const Dt = (props: ComponentProps<'dt'>) => <dt className="mt-3 font-semibold" {...props} />
export const Dd = (props: ComponentProps<'dd'>) => <dd className="ml-5" {...props} />

export const Quote = (props: ComponentProps<'blockquote'>) => (
  <blockquote className="my-[1.4em] border-l border-hair pl-6 text-soft italic" {...props} />
)
/** In the middle of the text, which is not the middle of a wide page. */
export const Break = () => <hr className="mx-auto my-[2.4em] w-24 border-hair lg:ml-[16.5rem]" />

/** Inline code; in a block `Code` has its own look. */
export const Literal = (props: ComponentProps<'code'>) => (
  <code className="font-mono text-[0.84em]" {...props} />
)
export const Key = (props: ComponentProps<'kbd'>) => (
  <kbd className="border border-hair px-1 font-mono text-[0.8em]" {...props} />
)
export const Variable = (props: ComponentProps<'var'>) => <var className="italic" {...props} />

/** A wide table scrolls by itself, by the keys too; the page never does. */
export function Table(props: ComponentProps<'table'>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <div className="my-[1.6em] overflow-x-auto" role="group" aria-label="Table" tabIndex={0}>
      <table className="w-full border-collapse border-y border-hair text-[0.875em]" {...props} />
    </div>
  )
}

const sides = { left: 'pr-5 text-left', center: 'px-2.5 text-center', right: 'pl-5 text-right' }
type Side = { readonly align?: string | undefined }
const sideOf = ({ align }: Side) => sides[align as keyof typeof sides] ?? sides.left

export const Th = ({ align, ...props }: ComponentProps<'th'>) => (
  <th
    scope="col"
    className={`border-b border-hair py-2 align-bottom ${sideOf({ align })}`}
    {...props}
  />
)
export const Td = ({ align, ...props }: ComponentProps<'td'>) => (
  <td className={`border-t border-hair py-2 align-top ${sideOf({ align })}`} {...props} />
)

/** Width and height are read when the post is linted, so that nothing jumps. */
export function Image({ alt, ...rest }: ComponentProps<'img'>) {
  return <img className="my-[1.6em] h-auto max-w-full" loading="lazy" alt={alt ?? ''} {...rest} />
}
