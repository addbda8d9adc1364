// A figure of the content by its name, in whatever post it stands: no rename breaks a test.

import { readFigure } from '@/lib/posts/figures'
import { dataFile, listFolders } from '@/lib/posts/folder'
import { readSource } from '@/lib/posts/source'
import { root } from './run'

/** The data of the first figure of that name. */
export const figureNamed = async <T>(id: string): Promise<T> => {
  const found = listFolders(root).find(({ files }) => files.includes(`${id}.ts`))
  if (!found) throw new Error(`no post has a figure ${id}`)
  const read = await readFigure(readSource(root, dataFile(found.slug, id)))
  if ('fault' in read) throw new Error(read.fault.says)
  return read.value as T
}
