// In development: tells an open page of each save, as events from the server.

import { watch } from 'node:fs'
import { stampNow } from '@/app/content'

const kind = {
  'Content-Type': 'text/event-stream',
  // Compressed, an event would wait for more to compress.
  'Cache-Control': 'no-store, no-transform',
}

/** The stamp of the content, at once and after every save. */
export function GET({ signal }: Request) {
  const words = new TextEncoder()
  const body = new ReadableStream({
    start(stream) {
      const tell = () => stream.enqueue(words.encode(`data: ${stampNow()}\n\n`))
      const watcher = watch('.cache', (_, name) => name === 'stamp.json' && tell())
      signal.addEventListener('abort', () => {
        watcher.close()
        stream.close()
      })
      tell()
    },
  })
  return new Response(body, { headers: kind })
}
