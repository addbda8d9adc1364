// `npm run dev`: the site with drafts at localhost:3000; what is saved is seen at once.

import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { watch } from 'chokidar'
import { listPosts, readAhead, readDocument } from '@/lib/posts'
import { type Saves, writeSaves } from '@/lib/posts/saves'
import { changed, writeWhole } from '@/lib/posts/store'
import { alone } from './alone'
import { flag, main, portGiven, refuseWords, root, words } from './run'
import { writeTheme } from './scripts'
import { tryPort } from './serve'
import { soundSite } from './site-line'

const help = `npm run dev [-- --port 3000] [--host]

The site with drafts and scheduled posts; what is saved is in the browser at once, and mistakes
are named in the page and here.

  --port  another port than 3000
  --host  for others on the network too, without the studio`

/** A file that has not grown for so long has been written, ms. */
const settling = 10

const siteHere = () => `http://localhost:${portGiven()}`
const open = flag('host') !== undefined
const host = open ? '0.0.0.0' : '127.0.0.1'

/** What an author should read; a fault of content says it all in its message. */
const wordsOf = (fault: unknown) => (fault instanceof Error ? fault.message : String(fault))

/** What is said by post: of its words and data, of what it claims, and of the files made of all. */
const told = {
  words: new Map<string, string>(),
  claims: new Map<string, string>(),
  files: new Map<string, string>(),
}
const isTold = (says: string) => Object.values(told).some((it) => [...it.values()].includes(says))

/** Says a fault once, and once more that it is gone; answers whether that is news. */
const tell = (kind: keyof typeof told, slug: string, says: string): boolean => {
  if ((told[kind].get(slug) ?? '') === says) return false
  told[kind].set(slug, says)
  process.stderr.write(says ? `${says}\n` : `${join('content', slug)}: mended\n`)
  return true
}

/** Reads one post as a page does, and says what is wrong with it. */
const prepare = async (slug: string) => {
  try {
    await readDocument(slug)
    tell('words', slug, '')
  } catch (fault) {
    tell('words', slug, wordsOf(fault))
  }
}

/** Waits until an editor has written all of a file. */
const written = async (file: string) => {
  for (let was = ''; was !== changed(file); await pause(settling)) was = changed(file)
}

let saves: Saves = { stamp: 0, shared: 0, posts: {} }
/** Has pages drawn anew after a save of a post or of what posts share: app/api/saves tells them. */
const draw = ({ slug, shared }: { readonly slug?: string; readonly shared?: boolean } = {}) => {
  const stamp = Math.max(saves.stamp + 1, Date.now())
  const posts = slug ? { ...saves.posts, [slug]: stamp } : saves.posts
  saves = { stamp, shared: shared ? stamp : saves.shared, posts }
  writeSaves(root, saves)
}

/** Where pages find what is said of claims. */
const writeHeld = () =>
  writeWhole(join(root, '.cache/held.json'), JSON.stringify(Object.fromEntries(told.claims)))

/** Nobody waits for what a server that ends had still to say. */
const ending = new AbortController()

/** What a script of the desk says in a process of its own, which is told once, by us. */
const said = async (script: string, word: string): Promise<string> => {
  const env = { ...process.env, SITE: siteHere(), BASE_PATH: '' }
  const settings = { cwd: root, env, signal: ending.signal }
  const args = ['--import', 'tsx', `lib/desk/${script}.ts`, word]
  return promisify(execFile)(process.execPath, args, settings).then(
    ({ stdout }) => stdout.trim(),
    ({ signal, stderr, message }) => {
      ending.signal.throwIfAborted()
      // One that was ended has nothing to say.
      return signal ? '' : String(stderr).trim() || message
    },
  )
}

/** Holds what a post claims, and says what is false. */
const hold = async (slug: string) => {
  // What cannot be read claims nothing yet.
  if (told.words.get(slug)) return
  const says = await said('held', slug)
  if ((says && isTold(says)) || !tell('claims', slug, says)) return
  writeHeld()
  draw()
}

/** Everything beside the pages: feeds, twins, pictures. */
const writeFiles = async () => {
  const says = await said('files', '--drafts')
  if (!says || !isTold(says)) tell('files', '', says)
}

let writing: Promise<unknown> = Promise.resolve()
/** Reads and holds these posts, and writes the files, when what was begun before has ended. */
const write = (slugs: readonly string[]) => {
  writing = writing
    .then(async () => {
      for (const slug of slugs) {
        ending.signal.throwIfAborted()
        await prepare(slug)
      }
      for (const slug of slugs) await hold(slug)
      await writeFiles()
    })
    .catch((fault: unknown) => ending.signal.aborted || console.error(wordsOf(fault)))
  return writing
}

/** Watches the content: pages first, and the rest when it has been quiet a while. */
const watchContent = () => {
  const saved = new Set<string>()
  let quiet: NodeJS.Timeout | undefined
  const onSave = async (path: string) => {
    const [, slug = '', name] = path.replaceAll('\\', '/').split('/')
    if (name) saved.add(slug)
    await written(join(root, path))
    // The page first, which reads by itself: the author looks there.
    draw(name ? { slug } : { shared: true })
    if (name) void readAhead(slug)
    clearTimeout(quiet)
    quiet = setTimeout(() => {
      const slugs = [...saved]
      saved.clear()
      void write(slugs)
    }, 1000)
  }
  const watcher = watch('.', { cwd: join(root, 'content'), ignoreInitial: true })
  watcher.on('all', (_kind, path) => void onSave(join('content', path)))
  // What was saved before it looked, nobody told.
  watcher.on('ready', () => draw({ shared: true }))
  return watcher
}

const startNext = (): ChildProcess => {
  const args = ['node_modules/next/dist/bin/next', 'dev', '--port', String(portGiven())]
  return spawn(process.execPath, [...args, '--hostname', host], {
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

/** What must be there before a page is asked for; refuses where that cannot be. */
const prepareAll = async () => {
  refuseWords(words('port'), help)
  const port = portGiven()
  soundSite()
  await tryPort(port, host)
  alone()
  writeHeld()
  draw({ shared: true })
  // From now on, here and in all that is begun here, no file need be asked whether it changed.
  process.env.WATCHED = '1'
  await writeTheme(join(root, 'public'))
}

main(async () => {
  await prepareAll()
  console.log(
    open
      ? `The site is at ${siteHere()}`
      : `The site is at ${siteHere()}, its studio at ${siteHere()}/studio`,
  )
  const next = startNext()
  const watcher = watchContent()
  const stop = () => {
    ending.abort()
    next.kill('SIGTERM')
    void watcher.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  next.on('exit', (code) => {
    void watcher.close()
    // Whoever comes next writes the same files.
    void writing.finally(() => process.exit(code ?? 0))
  })
  // The first compile loads the compiler; an author should not wait for that.
  const posts = await listPosts({ drafts: true }).catch((fault: unknown) => {
    tell('words', '', wordsOf(fault))
    return []
  })
  for (const { slug } of posts) await prepare(slug)
  await write([])
}, help)
