// A changed field changes its own bytes, and nothing else: held to every post and every scenario.

import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnyScenario, Line } from '@/lib/sim/scenario'
import { isScenario, readData } from '../data'
import { plain, Source } from '../source'
import { between, edited } from './edit'
import { type FieldValue, fieldsOf, withField } from './fields'
import { withMoment } from './moment'

const files = (pattern: RegExp) =>
  readdirSync('content', { recursive: true, encoding: 'utf8' })
    .filter((file) => pattern.test(file))
    .sort()
    .map((file) => [file, readFileSync(`content/${file}`, 'utf8')] as const)
const posts = files(/^[^/]+\/post\.mdx$/)
const scenarios = files(/^[^/]+\/[^/.]+\.ts$/)

/** A file as other editors leave it. */
const dressed = (text: string, { mark, windows }: { mark: boolean; windows: boolean }) =>
  (mark ? '\uFEFF' : '') + (windows ? text.replaceAll('\n', '\r\n') : text)
const dress = fc.record({ mark: fc.boolean(), windows: fc.boolean() })

it('is one edit from any text to any other', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '\n', '😀'), { maxLength: 12 })
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [was, now] = [one.join(''), other.join('')]
      expect(edited(was, [between(was, now)])).toBe(now)
    }),
  )
})

describe('a post', () => {
  it('is the same bytes when it is opened and saved unchanged', () => {
    expect(posts.length).toBeGreaterThan(5)
    fc.assert(
      fc.property(fc.nat(posts.length - 1), dress, (i, how) => {
        const [, text] = posts[i]!
        const raw = dressed(text, how)
        expect(edited(raw, [])).toBe(raw)
        const same = Object.entries(fieldsOf(plain(raw))).flatMap(([name, value]) =>
          withField(plain(raw), name, value as FieldValue),
        )
        expect(same).toEqual([])
      }),
    )
  })

  const line = fc.stringMatching(/^[A-Za-z#'"&*!|>%@`{}[\],:;?. -]{1,40}$/).map((it) => it.trim())
  const change = fc.oneof(
    fc.tuple(fc.constantFrom('title', 'subtitle', 'summary', 'publish'), line),
    fc.tuple(fc.constant('draft'), fc.option(fc.boolean(), { nil: undefined })),
    fc.tuple(fc.constant('part'), fc.option(fc.integer({ min: 1 }), { nil: undefined })),
    fc.tuple(fc.constant('tags'), fc.uniqueArray(line, { maxLength: 4 })),
    fc.tuple(fc.constantFrom('subtitle', 'tags', 'series', 'updated'), fc.constant(undefined)),
  )

  it('has only the bytes of one field changed when that field is', () => {
    fc.assert(
      fc.property(fc.nat(posts.length - 1), dress, change, (i, how, [name, value]) => {
        const [, text] = posts[i]!
        const raw = dressed(text, how)
        const was = fieldsOf(plain(raw))
        const [edit, ...more] = withField(plain(raw), name, value)
        if (!edit) {
          expect(was[name]).toEqual(value)
          return
        }
        const after = edited(raw, [edit])
        const { [name]: _, ...others } = was
        const { [name]: now, ...rest } = fieldsOf(plain(after))
        expect([more, now, rest]).toEqual([[], value, others])
        // What is replaced is of this field, and what stands before and after it is as it was.
        const place = plain(raw).slice(edit.from, edit.to)
        expect(place.split('\n').filter((it) => /^\w+:/.test(it)).length).toBeLessThanOrEqual(1)
        expect(plain(after)).toBe(
          plain(raw).slice(0, edit.from) + edit.text + plain(raw).slice(edit.to),
        )
        expect(after.replace(/\r?\n/g, '')).toHaveLength(
          raw.replace(/\r?\n/g, '').length +
            edit.text.replaceAll('\n', '').length -
            place.replaceAll('\n', '').length,
        )
        expect(/(?<!\r)\n/.test(after)).toBe(!how.windows)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps comments, quotes and the ways of other fields', () => {
    const text = `---\ntitle: "One" # the first\ntags:\n  - a\n  - b\n# till\ndraft:\n---\nWords.\n`
    const after = (name: string, value: FieldValue) => edited(text, withField(text, name, value))
    expect(after('title', 'Two')).toBe(text.replace('"One"', '"Two"'))
    expect(after('tags', ['c'])).toBe(text.replace('\n  - a\n  - b', ' [c]'))
    expect(after('draft', true)).toBe(text.replace('draft:', 'draft: true'))
    expect(after('draft', undefined)).toBe(text.replace('draft:\n', ''))
    expect(after('tags', undefined)).toBe(text.replace('tags:\n  - a\n  - b\n', ''))
    expect(() => withField('Words.\n', 'title', 'Two')).toThrow('front matter')
    expect(() => withField(text, 'summary', 'Two\nlines')).toThrow('one line')
  })
})

describe('a scenario', () => {
  const read = async (text: string) => {
    const data = await readData(new Source('content/x/y.ts', plain(text)))
    return 'value' in data && isScenario(data.value) ? data.value : undefined
  }
  const crash = (at: number): Line => [at, { crash: 1 }, at + 1]
  const kept = fc.record({
    seed: fc.nat(),
    poster: fc.nat({ max: 900 }).map((it) => it / 8),
    fresh: fc.array(fc.nat({ max: 999 }), { maxLength: 3 }),
    drop: fc.nat({ max: 2 }),
    at: fc.nat({ max: 5 }),
  })

  it('takes seed, lines and moment, and no other byte of it changes', async () => {
    let runs = 0
    await fc.assert(
      fc.asyncProperty(fc.nat(scenarios.length - 1), dress, kept, async (i, how, it) => {
        const [, text] = scenarios[i]!
        const raw = dressed(text, how)
        const before = await read(raw)
        if (!before) return
        runs++
        const script = [...(before.script ?? [])]
        script.splice(it.at, it.drop, ...it.fresh.map(crash))
        const after = await withMoment(raw, 'content/x/y.ts', { ...pick(it), script })
        const now = (await read(after)) as AnyScenario
        expect(now).toEqual({ ...before, ...pick(it), ...(now.script && { script }) })
        expect(now.script ?? []).toEqual(script)
        const back = await withMoment(raw, 'content/x/y.ts', { script: [], ...before })
        expect(back).toBe(raw)
        const head = raw.slice(0, raw.indexOf('export default'))
        expect(after.startsWith(head)).toBe(true)
        expect(/(?<!\r)\n/.test(after)).toBe(!how.windows)
      }),
      { numRuns: 300 },
    )
    expect(runs).toBeGreaterThan(100)
  })
  const pick = ({ seed, poster }: { seed: number; poster: number }) => ({ seed, poster })

  it('has its seed replaced and nothing beside it', async () => {
    for (const [file, text] of scenarios) {
      const before = await read(text)
      if (!before) continue
      const seed = before.seed + 1
      const after = await withMoment(text, file, { script: [], ...before, seed })
      const { from, to } = between(text, after)
      expect(text.slice(from - 20, from), file).toMatch(/seed: \d*$/)
      expect(text.slice(from, to)).toMatch(/^\d*$/)
    }
  })

  it('has lines added among those it has, whose bytes and comments stay', async () => {
    const text = (lines: string) => `export default {
  protocol: 'ballot', nodes: 5, seed: 7, delay: 8,
  script: [
    [10, { ask: { node: 1, type: 'propose' } }], // the motion
    [20.0, { crash: 2 }],
${lines}  ],
  until: 200, poster: 30,
}
`
    const own: Line[] = [
      [10, { ask: { node: 1, type: 'propose' } }],
      [20, { crash: 2 }],
    ]
    const run = { seed: 7, poster: 30, script: [...own, crash(50)] }
    expect(await withMoment(text(''), 'x.ts', run)).toBe(text('    [50, { crash: 1 }, 51],\n'))
  })

  it('is left alone where a value is not written out', async () => {
    const text = 'const seed = 7\nexport default { protocol: "x", seed, until: 9, poster: 3 }\n'
    await expect(withMoment(text, 'x.ts', { seed: 8, poster: 3, script: [] })).rejects.toThrow(
      /not written out/,
    )
    const survey = 'export default { of: { protocol: "x" }, seeds: 9, fact: "f" }\n'
    await expect(withMoment(survey, 'x.ts', { seed: 8, poster: 3, script: [] })).rejects.toThrow(
      'no scenario',
    )
  })
})
