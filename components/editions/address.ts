// Where the printed pictures of a post lie, below the site's own address.

/** A figure's picture by its id; `card` is that of the whole post (without a slug, of the site). */
export const picturePath = (slug: string, id: string) =>
  `/pictures/${slug ? `${slug}/` : ''}${id}.png`
