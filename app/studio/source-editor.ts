// CodeMirror on a post's source: what was changed since it was opened, and problems in the gutter.

import { html } from '@codemirror/lang-html'
import { markdown } from '@codemirror/lang-markdown'
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import { ChangeSet, EditorState } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { basicSetup, EditorView } from 'codemirror'
import { between, type Edit } from '@/lib/posts/edit/edit'
import type { Fault } from '@/lib/posts/fault'
import { look } from './editor-look'

type Hands = { readonly onChange: () => void; readonly onSave: () => void }

/**
 * Markdown as posts have it: the line that ends front matter makes no heading of it, components may
 * close themselves, and no HTML is offered, since a post may hold next to none.
 */
const words = markdown({
  extensions: { remove: ['SetextHeading'] },
  completeHTMLTags: false,
  htmlTagLanguage: html({ selfClosingTags: true, matchClosingTags: false }),
})

const editsOf = (changes: ChangeSet): Edit[] => {
  const edits: Edit[] = []
  changes.iterChanges((from, to, _from, _to, text) => {
    edits.push({ from, to, text: text.toString() })
  })
  return edits
}

export class SourceEditor {
  readonly #view: EditorView
  #changes = ChangeSet.empty(0)
  /** Sent to be saved, and not confirmed yet. */
  #sent: ChangeSet | undefined

  constructor(
    place: HTMLElement,
    readonly hands: Hands,
  ) {
    this.#view = new EditorView({ parent: place, state: this.#stateOf('') })
  }

  #stateOf(text: string) {
    const save = () => {
      this.hands.onSave()
      return true
    }
    const heard = EditorView.updateListener.of((update) => {
      if (!update.docChanged) return
      this.#changes = this.#changes.compose(update.changes)
      this.hands.onChange()
    })
    return EditorState.create({
      doc: text,
      extensions: [
        ...[basicSetup, words, look, lintGutter(), EditorView.lineWrapping, heard],
        keymap.of([{ key: 'Mod-s', preventDefault: true, run: save }]),
        EditorView.contentAttributes.of({ 'aria-label': 'Source of the post', tabindex: '0' }),
      ],
    })
  }

  /** Shows another post as it is on disk: nothing of it is changed yet. */
  open(text: string) {
    this.#view.setState(this.#stateOf(text))
    this.#asOnDisk()
  }

  /** Shows this post as it is on disk now; what stood here before is one undo away. */
  follow(text: string) {
    this.apply([between(this.text, text)])
    this.#asOnDisk()
  }

  #asOnDisk() {
    this.#changes = ChangeSet.empty(this.#view.state.doc.length)
    this.#sent = undefined
  }

  get text() {
    return this.#view.state.doc.toString()
  }

  get dirty() {
    return !this.#changes.empty || this.#sent !== undefined
  }

  /** Something has been typed that no save has been asked for. */
  get typed() {
    return !this.#changes.empty
  }

  /** What is to be saved; what is typed from now on belongs to the next save. */
  send(): Edit[] {
    this.#sent = this.#changes
    this.#changes = ChangeSet.empty(this.#view.state.doc.length)
    return editsOf(this.#sent)
  }

  /** Ends a save: where it failed, its changes are still to be saved. */
  sent(done: boolean) {
    if (!done && this.#sent) this.#changes = this.#sent.compose(this.#changes)
    this.#sent = undefined
  }

  /** Edits by a form, as if they had been typed. */
  apply(edits: readonly Edit[]) {
    this.#view.dispatch({
      changes: edits.map(({ from, to, text }) => ({ from, to, insert: text })),
      // One undo takes back this alone, not what was typed just before.
      userEvent: 'form',
    })
  }

  /** Marks what is wrong with this file. */
  mark(problems: readonly Fault[]) {
    this.#view.dispatch(setDiagnostics(this.#view.state, problems.map(this.#diagnostic)))
  }

  readonly #diagnostic = ({ line, column, length = 1, says, near }: Fault): Diagnostic => {
    const { doc } = this.#view.state
    const { from: start, to: end } = doc.line(Math.max(1, Math.min(line, doc.lines)))
    const from = Math.min(start + column - 1, end)
    const message = near === undefined ? says : `${says}\ndid you mean ${near}?`
    return { from, to: Math.min(from + length, end), severity: 'error', message }
  }

  /** Goes to a place. */
  goTo(line: number, column: number) {
    const { doc } = this.#view.state
    const { from, to } = doc.line(Math.max(1, Math.min(line, doc.lines)))
    const anchor = Math.min(from + column - 1, to)
    const effects = EditorView.scrollIntoView(anchor, { y: 'center' })
    this.#view.dispatch({ selection: { anchor }, effects })
    this.#view.focus()
  }

  destroy() {
    this.#view.destroy()
  }
}
