// Compressed files beside a site's own; what has the same bytes as before is not compressed again.

import { constants as file } from 'node:fs'
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { digest } from '@/lib/posts/source'
import { writeWhole } from '@/lib/posts/store'

const brotli = promisify(brotliCompress)
const quality = 9

const squeeze = {
  gz: (bytes: Buffer) => promisify(gzip)(bytes, { level: quality }),
  br: (bytes: Buffer) => {
    // A window as large as the file: a larger one finds no more, and takes six times as long.
    const window = Math.ceil(Math.log2(bytes.length + 16))
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(16, window)),
    }
    return brotli(bytes, { params })
  },
}
type Kind = keyof typeof squeeze
const kinds = Object.keys(squeeze) as Kind[]

/** One pass over a site, and what is kept between passes. */
export class Press {
  readonly #used = new Set<string>()
  constructor(readonly folder: string) {}

  /** Lays a file's compressed forms beside it; answers their names, none for a small one. */
  async beside(path: string, bytes: Buffer): Promise<string[]> {
    if (bytes.length < 500) return []
    const key = digest(bytes, `${quality}`)
    return Promise.all(kinds.map((kind) => this.#one(path, bytes, kind, key)))
  }

  async #one(path: string, bytes: Buffer, kind: Kind, key: string): Promise<string> {
    const kept = join(this.folder, `${key}.${kind}`)
    const to = `${path}.${kind}`
    this.#used.add(basename(kept))
    // Where the disk can, a copy takes no room until one of the two is written.
    const known = await copyFile(kept, to, file.COPYFILE_FICLONE).then(
      () => true,
      () => false,
    )
    if (known) return to
    writeWhole(kept, await squeeze[kind](bytes))
    await copyFile(kept, to, file.COPYFILE_FICLONE)
    return to
  }

  /** Takes away what this pass had no use for. */
  async forget(): Promise<void> {
    await mkdir(this.folder, { recursive: true })
    for (const name of await readdir(this.folder))
      if (!this.#used.has(name)) await rm(join(this.folder, name))
  }
}
