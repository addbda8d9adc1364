'use client'
// The post that is open: its source in the editor, its saves, and what the server says of them.

import { type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { between } from '@/lib/posts/edit/edit'
import type { FieldValue } from '@/lib/posts/edit/fields'
import { fieldsOf, withField } from '@/lib/posts/edit/fields'
import type { Fault } from '@/lib/posts/fault'
import { instantFault, instantOf } from '@/lib/posts/instant'
import { type Shown, server, silence, Unanswered } from './ask'
import { SourceEditor } from './source-editor'

const pause = 300
/** How often a server that is gone is asked whether it is there again, ms. */
const patience = 1000

export type OpenPost = {
  readonly slug: string
  readonly text: string
  /** Of the file as it was last seen on disk. */
  readonly hash: string
  readonly dirty: boolean
  readonly problems: readonly Fault[]
  /** What happened last, in a sentence. */
  readonly says: string
  readonly say: (text: string) => void
  /** The disk has a change that is not seen here. */
  readonly apart: boolean
  readonly open: (slug: string) => Promise<void>
  /** True where all is on disk now. */
  readonly save: () => Promise<boolean>
  readonly takeDisk: () => Promise<void>
  readonly overwrite: () => Promise<void>
  /** Takes the draft away, and saves. */
  readonly publish: () => Promise<void>
  readonly setField: (name: string, value: FieldValue) => void
  readonly addFigure: (name: string, protocol: string) => Promise<void>
  readonly goTo: (line: number, column: number) => void
}

const wordsOf = (fault: unknown) => (fault instanceof Error ? fault.message : String(fault))

/** `stamp` is another one after each save in content/, whoever saved. */
export function usePost(place: RefObject<HTMLElement | null>, stamp: number): OpenPost {
  const parts = useParts()
  const { editor, seen, problems, says, say, apart } = parts
  const doing = useDoing(parts)
  const save = useSave(parts, doing)
  const setField = (name: string, value: FieldValue) =>
    doing(async () => editor.current?.apply(withField(editor.current.text, name, value)))
  useEditor(place, parts, save)
  useLeave(editor)
  useReturn(parts)
  const deeds = deedsOf(parts, doing, save)
  useDisk(parts, deeds.takeDisk, stamp)
  return {
    ...{ ...seen, problems, says, say, apart, save },
    ...deeds,
    setField: (name, value) => void setField(name, value),
    publish: async () => {
      const later = await dateForReaders(editor.current?.text ?? '', setField)
      await setField('draft', undefined)
      if (!(await save())) return
      say(later ? `Scheduled: a build from ${later} on has it.` : published)
    },
    goTo: (line, column) => editor.current?.goTo(line, column),
  }
}

const published = 'Published: lists and feeds have it from the next build on.'

/** Instants as front matter writes them. */
const written = (instant: string) => `${instant.slice(0, 16)}Z`

/**
 * Dates a post for those who get it now: what was begun weeks ago is new today. What is dated later
 * is scheduled for then, and the instant answered. A date that is none is told as a problem.
 */
const dateForReaders = async (
  text: string,
  setField: (name: string, value: FieldValue) => Promise<unknown>,
): Promise<string | undefined> => {
  const { date, publish } = fieldsOf(text)
  if (instantFault(date) !== undefined) return undefined
  const [at, now] = [instantOf(String(date)), new Date().toISOString()]
  if (at > now && publish === undefined) await setField('publish', written(at))
  if (at > now) return written(at)
  await setField('date', written(now))
}

type At = { slug: string; hash: string; saving?: Promise<boolean> | undefined }

/** What is remembered of the open post, and how it is shown. */
function useParts() {
  const editor = useRef<SourceEditor>(undefined)
  const at = useRef<At>({ slug: '', hash: '' })
  const [seen, setSeen] = useState({ slug: '', hash: '', text: '', dirty: false })
  const [problems, setProblems] = useState<readonly Fault[]>([])
  const [says, say] = useState('')
  const [apart, setApart] = useState(false)
  const look = useCallback(() => {
    const { text = '', dirty = false } = editor.current ?? {}
    const { slug, hash } = at.current
    setSeen({ slug, hash, text, dirty })
  }, [])
  const mark = useCallback((all: readonly Fault[]) => {
    const own = `content/${at.current.slug}/post.mdx`
    editor.current?.mark(all.filter(({ file }) => file === own))
    setProblems(all)
  }, [])
  return { editor, at, seen, problems, says, say, apart, setApart, look, mark }
}

type Parts = ReturnType<typeof useParts>

/** Shows what came, unless `mine` is no longer what stands here: nothing that is typed goes. */
const shower =
  ({ editor, at, setApart, look, mark }: Parts) =>
  (shown: Shown, next: string, mine = '') => {
    const { slug } = at.current
    if (slug && editor.current?.text !== mine) {
      setApart(next === slug)
      throw new Error(`You have typed meanwhile; ${slug} is as you see it here, and not saved yet.`)
    }
    at.current = { ...at.current, slug: next, hash: shown.hash }
    if (next === slug) editor.current?.follow(shown.text)
    else editor.current?.open(shown.text)
    setApart(false)
    mark(shown.problems)
    look()
  }

/** What the author can ask of the server for the open post. */
function deedsOf(parts: Parts, doing: Doing, save: () => Promise<boolean>) {
  const { editor, at, say } = parts
  const { slug } = at.current
  const show = shower(parts)
  const open = (next: string) =>
    doing(async () => {
      const mine = editor.current?.text
      if (editor.current?.dirty && !(await save())) return
      show(await server.open(next), next, mine)
      say('')
    })
  const takeDisk = () =>
    doing(async () => {
      const mine = editor.current?.text
      show(await server.open(slug), slug, mine)
      say('')
    })
  const overwrite = () =>
    doing(async () => {
      const mine = editor.current?.text ?? ''
      const { text, hash } = await server.open(slug)
      show(await server.save(slug, hash, [between(text, mine)]), slug, mine)
      say('Saved over what was on disk.')
    })
  const addFigure = (name: string, protocol: string) =>
    doing(async () => {
      const mine = editor.current?.text
      if (!(await save())) return
      show(await server.addFigure(slug, at.current.hash, name, protocol), slug, mine)
      say(`content/${slug}/${name}.ts is new, and stands at the end of the post.`)
    })
  return { open, takeDisk, overwrite, addFigure }
}

type Doing = (work: () => Promise<void>) => Promise<void>

/** Does something; what fails is said, and where the disk has changed, both can be had. */
const useDoing = ({ say, setApart }: Parts): Doing =>
  useCallback(
    (work) =>
      work().catch((fault: unknown) => {
        if (fault instanceof Unanswered && fault.status === 409) setApart(true)
        say(wordsOf(fault))
      }),
    [say, setApart],
  )

function useSave({ editor, at, look, mark, say, setApart }: Parts, doing: Doing) {
  return useCallback(async () => {
    // What is being sent arrives first: its answer says what the next one is an edit of.
    while (at.current.saving) await at.current.saving
    const it = editor.current
    const { slug, hash } = at.current
    if (!it || !slug) return false
    if (!it.dirty) return true
    let done = false
    const work = doing(async () => {
      const { hash: now, problems } = await server.save(slug, hash, it.send())
      at.current.hash = now
      done = true
      setApart(false)
      mark(problems)
      say(it.typed ? '' : `Saved ${slug}.`)
    }).then(() => {
      it.sent(done)
      at.current.saving = undefined
      look()
      return done
    })
    at.current.saving = work
    return work
  }, [editor, at, look, mark, say, setApart, doing])
}

/** The editor stands in its place for as long as the page does; problems follow what is typed. */
function useEditor(
  place: RefObject<HTMLElement | null>,
  { editor, at, look, mark, say }: Parts,
  save: () => Promise<boolean>,
) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const lint = async () => {
      const [{ slug }, text] = [at.current, it.text]
      const show = ({ problems }: Pick<Shown, 'problems'>) => it.text === text && mark(problems)
      await server.problems(slug, text).then(show, (fault: unknown) => say(wordsOf(fault)))
    }
    const onChange = () => {
      // What was said of an earlier text is not true of this one.
      say('')
      look()
      clearTimeout(timer)
      timer = setTimeout(lint, pause)
    }
    const it = new SourceEditor(place.current!, { onChange, onSave: () => void save() })
    editor.current = it
    return () => {
      clearTimeout(timer)
      it.destroy()
    }
  }, [place, editor, at, look, mark, say, save])
}

/** What another program saves is seen: at once, or by being asked where words would be lost. */
function useDisk(
  { editor, at, say, setApart }: Parts,
  takeDisk: () => Promise<void>,
  stamp: number,
) {
  const look = useEffectEvent(async () => {
    const { slug, hash, saving } = at.current
    if (!slug || saving) return
    const now = await server.hash(slug).catch(() => undefined)
    const still = at.current.slug === slug && at.current.hash === hash && !at.current.saving
    if (!now || now.hash === hash || !still) return
    if (!editor.current?.dirty) {
      await takeDisk()
      return say('Another program saved this; it is as it is on disk.')
    }
    setApart(true)
    say(`content/${slug}/post.mdx has been changed on disk since it was opened here`)
  })
  useEffect(() => void look(), [stamp])
  useEffect(() => {
    const onFocus = () => void look()
    addEventListener('focus', onFocus)
    return () => removeEventListener('focus', onFocus)
  }, [])
}

/** Once the server is there again, nothing says that it is not, and problems are those of now. */
function useReturn({ editor, says }: Parts) {
  useEffect(() => {
    if (says !== silence) return
    let over = false
    const ask = async () => {
      // Of two that are answered, the first has said it.
      if ((await server.answers()) && !over) editor.current?.hands.onChange()
    }
    const timer = setInterval(ask, patience)
    return () => {
      over = true
      clearInterval(timer)
    }
  }, [editor, says])
}

/** Nobody leaves with words that are not saved without being asked. */
function useLeave(editor: Parts['editor']) {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (editor.current?.dirty) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [editor])
}
