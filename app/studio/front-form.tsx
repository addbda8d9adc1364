'use client'
// Front matter as a form: each change is an edit of its own bytes in the source beside it.

import { type FieldValue, fieldsOf } from '@/lib/posts/edit/fields'
import type { Desk } from '@/lib/posts/studio/desk'
import type { OpenPost } from './use-post'

type Fields = { readonly [name: string]: unknown }

/** The fields as far as they can be read while somebody types among them. */
const readable = (text: string): Fields | undefined => {
  try {
    return fieldsOf(text)
  } catch {
    return undefined
  }
}

/** Whether the front matter says so. */
export const isDraft = (text: string) => readable(text)?.draft === true

const needed = new Set(['title', 'date', 'summary'])
const asText = (value: unknown) => (value === undefined || value === null ? '' : String(value))

export function FrontForm({ desk, post }: { desk: Desk; post: OpenPost }) {
  const fields = readable(post.text)
  if (!fields) return <p>Front matter cannot be read as it stands.</p>
  const set = (name: string, value: FieldValue) => post.setField(name, value)
  const texts = ['title', 'subtitle', 'summary', 'date', 'updated', 'publish']
  const tags = (Array.isArray(fields.tags) ? fields.tags : []).map(String)
  return (
    <details>
      <summary>Front matter</summary>
      <div className="studio-fields">
        {texts.map((name) => (
          <Text key={name} name={name} value={asText(fields[name])} set={set} />
        ))}
        <Choice name="kind" of={desk.kinds} value={asText(fields.kind)} set={set} />
        <Choice name="series" of={desk.series} value={asText(fields.series)} set={set} />
        <Text name="part" value={asText(fields.part)} set={set} />
        <Yes name="draft" on={fields.draft === true} set={(on) => set('draft', on || undefined)} />
        <fieldset>
          <legend>tags</legend>
          {desk.tags.map((tag) => (
            <Yes
              key={tag}
              name={tag}
              on={tags.includes(tag)}
              set={(on) => set('tags', withTag(tags, tag, on))}
            />
          ))}
        </fieldset>
      </div>
    </details>
  )
}

const withTag = (tags: readonly string[], tag: string, on: boolean) => {
  const now = on ? [...tags, tag] : tags.filter((it) => it !== tag)
  return now.length > 0 ? now : undefined
}

type FieldProps = { name: string; value: string; set: (name: string, value: FieldValue) => void }

const valueIn = (name: string, text: string): FieldValue =>
  text === '' && !needed.has(name)
    ? undefined
    : name === 'part' && Number.isFinite(Number(text))
      ? Number(text)
      : text

/** Takes effect when one leaves it; a summary is seen whole, and is one line all the same. */
const Text = ({ name, value, set }: FieldProps) => {
  const onBlur = ({ target }: { target: { value: string } }) => {
    const text = target.value.replace(/\s*\n\s*/g, ' ')
    if (text !== value) set(name, valueIn(name, text))
  }
  const id = `studio-${name}`
  const given = { id, name, onBlur, defaultValue: value }
  return (
    <label htmlFor={id}>
      {name}
      {name === 'summary' ? (
        <textarea key={value} rows={3} {...given} />
      ) : (
        <input key={value} {...given} />
      )}
    </label>
  )
}

const Choice = ({ name, of, value, set }: FieldProps & { of: readonly string[] }) => (
  <label>
    {name}
    <select value={value} onChange={({ target }) => set(name, target.value || undefined)}>
      <option value="">not said</option>
      {of.map((it) => (
        <option key={it}>{it}</option>
      ))}
    </select>
  </label>
)

const Yes = ({ name, on, set }: { name: string; on: boolean; set: (on: boolean) => void }) => (
  <label className="studio-yes">
    <input type="checkbox" checked={on} onChange={({ target }) => set(target.checked)} /> {name}
  </label>
)
