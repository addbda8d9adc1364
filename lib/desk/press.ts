// Compressed files beside a site's own; what has the same bytes as before is not compressed again.

import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  rmSync,
  utimesSync,
} from 'node:fs'
import { join } from 'node:path'
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

  /**
   * Lays a file's compressed forms beside it, none for a small one. They are of the file's time, in
   * seconds: what is kept is not copied but has one more name, and so the same time everywhere.
   */
  async beside(path: string, bytes: Buffer, time: number): Promise<void> {
    if (bytes.length < 500) return
    const key = digest(bytes, `${quality} ${time}`)
    await Promise.all(kinds.map((kind) => this.#one(path, bytes, kind, `${key}.${kind}`, time)))
  }

  async #one(path: string, bytes: Buffer, kind: Kind, name: string, time: number) {
    const kept = join(this.folder, name)
    this.#used.add(name)
    if (!existsSync(kept)) {
      writeWhole(kept, await squeeze[kind](bytes))
      utimesSync(kept, time, time)
    }
    nameAlso(kept, `${path}.${kind}`, time)
  }

  /** Takes away what this pass had no use for. */
  forget() {
    mkdirSync(this.folder, { recursive: true })
    for (const name of readdirSync(this.folder))
      if (!this.#used.has(name)) rmSync(join(this.folder, name))
  }
}

/** Not every disk lets a file have two names. */
const nameAlso = (file: string, to: string, time: number) => {
  rmSync(to, { force: true })
  try {
    linkSync(file, to)
  } catch {
    copyFileSync(file, to)
    utimesSync(to, time, time)
  }
}
