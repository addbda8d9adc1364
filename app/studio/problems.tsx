'use client'
// Everything that is wrong with the open post and its data, with the way to its line.

import type { OpenPost } from './use-post'

export const Problems = ({ post }: { post: OpenPost }) => (
  <ul aria-label="Problems" className="studio-problems">
    {post.problems.map(({ file, line, column, says, near }) => (
      <li key={`${file}:${line}:${column} ${says}`}>
        {file.endsWith('.mdx') ? (
          <button type="button" onClick={() => post.goTo(line, column)}>
            {line}:{column}
          </button>
        ) : (
          <code>
            {file}:{line}:{column}
          </code>
        )}{' '}
        {says}
        {near !== undefined && `; did you mean ${near}?`}
      </li>
    ))}
  </ul>
)
