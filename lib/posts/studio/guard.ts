// Who may ask the studio for anything: a page of this machine's own server, in words of one MB.

/** A request that is refused, with the status of its answer. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    says: string,
  ) {
    super(says)
  }
}

/** The most bytes that a request may bring. */
export const most = 1_000_000

const own = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/

/** Throws unless the request came to this machine by its own name, from a page of this server. */
export function guard({ headers, method }: Request) {
  const host = headers.get('host') ?? ''
  if (!own.test(host))
    throw new Refused(403, `the studio answers to localhost, not to ${host || 'no host'}`)
  const origin = headers.get('origin')
  const from = headers.get('sec-fetch-site') ?? 'none'
  const asks = method === 'GET' && origin === null
  if ((!asks && origin !== `http://${host}`) || !/^(same-origin|none)$/.test(from))
    throw new Refused(403, `the studio listens to its own pages, not to ${origin ?? from}`)
}

const tooLarge = () => new Refused(413, `a request to the studio has at most ${most} bytes`)

/** The body as JSON. Throws where it is none, and stops reading where it is too large. */
export async function bodyOf(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let it = await reader?.read(); it && !it.done; it = await reader?.read()) {
    size += it.value.byteLength
    if (size > most) {
      await reader?.cancel()
      throw tooLarge()
    }
    chunks.push(it.value)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new Refused(400, 'the body of this request is no JSON')
  }
}
