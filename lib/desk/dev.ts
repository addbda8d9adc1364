// `npm run dev`: the site with drafts at localhost:3000; what is saved is seen at once.

import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { watch } from 'chokidar'
import { listPosts, readDocument } from '@/lib/posts'
import { Failed, flag, main, node, portGiven, refuseWords, root, words } from './run'
import { writeStamp, writeTheme } from './scripts'

const help = `npm run dev [-- --port 3000] [--host]

The site with drafts and scheduled posts; what is saved is in the browser at once, and mistakes
are named in the page and here.

  --port  another port than 3000
  --host  for others on the network too, without the studio`

const siteHere = () => `http://localhost:${portGiven()}`
const open = flag('host') !== undefined

/** What an author should read; a fault of content says it all in its message. */
const wordsOf = (fault: unknown) => (fault instanceof Error ? fault.message : String(fault))

const told = new Map<string, string>()
/** Says a fault once, and once more that it is gone. */
const tell = (slug: string, says: string) => {
  if ((told.get(slug) ?? '') === says) return
  told.set(slug, says)
  process.stderr.write(says ? `${says}\n` : `content/${slug}: mended\n`)
}

/** Compiles one post before a page asks for it, which then finds it done. */
const prepare = async (slug: string) => {
  try {
    await readDocument(slug)
    tell(slug, '')
  } catch (fault) {
    tell(slug, wordsOf(fault))
  }
}

/** Everything beside the pages: feeds, twins, pictures. A fault has been told already. */
const writeFiles = async () => {
  await node('lib/desk/files.ts', ['--drafts'], {
    env: { SITE: siteHere() },
  }).catch((fault: unknown) => {
    if (!(fault instanceof Failed)) throw fault
  })
}

/** Watches the content: pages first, and the files beside them when it has been quiet a while. */
const watchContent = () => {
  let stamp = Date.now()
  let files: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  const onSave = async (path: string) => {
    const [, slug = ''] = path.replaceAll('\\', '/').split('/')
    // Transcripts are written by a command, and read by reviewers.
    if (path.endsWith('.txt')) return
    if (path.split(/[\\/]/).length > 2) await prepare(slug)
    await writeStamp(++stamp)
    clearTimeout(files)
    files = setTimeout(() => {
      writing = writing.then(writeFiles)
    }, 1000)
  }
  const watcher = watch('.', { cwd: join(root, 'content'), ignoreInitial: true })
  watcher.on('all', (_kind, path) => void onSave(join('content', path)))
  return watcher
}

const startNext = (): ChildProcess => {
  const args = ['node_modules/next/dist/bin/next', 'dev', '--port', String(portGiven())]
  return spawn(process.execPath, [...args, '--hostname', open ? '0.0.0.0' : '127.0.0.1'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      SITE: siteHere(),
      BASE_PATH: '',
      ...(open && { NO_STUDIO: '1' }),
    },
  })
}

main(async () => {
  refuseWords(words('port'), help)
  portGiven()
  await writeStamp(0)
  await writeTheme(join(root, 'public'))
  const next = startNext()
  const watcher = watchContent()
  const stop = () => {
    next.kill('SIGTERM')
    void watcher.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  next.on('exit', (code) => {
    void watcher.close()
    process.exit(code ?? 0)
  })
  // The first compile loads the compiler; an author should not wait for that.
  const posts = await listPosts({ drafts: true }).catch((fault: unknown) => {
    tell('', wordsOf(fault))
    return []
  })
  for (const { slug } of posts) await prepare(slug)
  await writeFiles()
}, help)
