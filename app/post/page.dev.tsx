// In development: a post, at the address that next.config.js leads here. For a page with a dynamic
// part Next loads everything once more, in a process of its own, each time somebody asks.

import PostPage, { generateMetadata as metadataOf } from '../[slug]/page'

type Props = { searchParams: Promise<{ slug: string }> }

export const generateMetadata = ({ searchParams }: Props) => metadataOf({ params: searchParams })

export default function Post({ searchParams }: Props) {
  return <PostPage params={searchParams} />
}
