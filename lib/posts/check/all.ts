// Checks everything an author can get wrong, in one pass; what did not change is remembered.

import { existsSync } from 'node:fs'
import path from 'node:path'
import { fieldSpan, isScenario, type Subject } from '../data'
import { type Fault, sorted } from '../fault'
import { readFigures } from '../figures'
import { dataFile, postFile, transcriptFile } from '../folder'
import type { SourceOf } from '../lint/across'
import type { LintedFolder } from '../lint/all'
import { lintAll } from '../lint/all'
import type { Body, Claim } from '../linted'
import { predict } from '../predictions'
import { digest, readSource, Source, sourceHash } from '../source'
import { Table } from '../store'
import { onAllCores } from '../surveys'
import { changes } from './changes'
import { checkFigures } from './crew'
import type { ClaimResult, FigureResult } from './figure'
import { checkLedger } from './ledger'
import { namedFaults } from './named'

/** One figure of one post, checked. */
export type CheckedFigure = {
  readonly slug: string
  readonly id: string
  readonly subject: Subject
  readonly claims: readonly Claim[]
  readonly result: FigureResult
}
export type Checked = {
  readonly folder: LintedFolder
  readonly figures: readonly CheckedFigure[]
  readonly faults: readonly Fault[]
  /** The ledger as it should be, where it is not so yet. */
  readonly ledger?: string
}

const said = ({ place, span, spans, words, figure, ...rest }: Claim) => rest

const claimFaults = (
  source: SourceOf,
  slug: string,
  claim: Claim,
  result: ClaimResult,
): Fault[] => {
  const words = source(postFile(slug))
  const { wrong, unknown, facts, falseIf } = result
  const span = (unknown && claim.spans[unknown.name]) ?? claim.span
  if (wrong) {
    const it = words.fault(
      { ...span, length: unknown?.name.length ?? 6 },
      `Claim: ${wrong}`,
      unknown?.name,
      unknown?.known,
    )
    return [unknown ? it : { ...it, more: `the facts are ${JSON.stringify(facts)}` }]
  }
  if (falseIf.length > 0) return []
  return [words.fault({ ...span, length: 6 }, 'Claim: nothing makes it false, so it says nothing')]
}

const storyFaults = (
  root: string,
  source: SourceOf,
  { slug, id, result }: CheckedFigure,
): Fault[] => {
  const { text, noisy } = result.story
  const data = source(dataFile(slug, id))
  if (noisy) return [data.fault({ line: 1, column: 1 }, `transcript: ${noisy}`)]
  const file = transcriptFile(slug, id)
  if (!existsSync(path.join(root, file))) {
    const says = `transcript: nobody has approved what happens; npm run approve ${slug}`
    return [data.fault({ line: 1, column: 1 }, says)]
  }
  const approved = readSource(root, file)
  if (approved.text === text) return []
  const lines = new Source(file, text).lines
  const line = approved.lines.findIndex((it, i) => it !== lines[i])
  const it = approved.fault(
    { line: Math.max(0, line) + 1, column: 1, length: 200 },
    `transcript: something else happens now; npm run approve ${slug}`,
  )
  return [{ ...it, more: changes(approved.text, text) }]
}

/** The figures of one post, by their ids. */
export type Own = ReadonlyMap<string, CheckedFigure>

/** The answer of a question must be among its choices; the other runs are shot here, once. */
const predictionFaults = async (
  source: SourceOf,
  slug: string,
  body: Body,
  own: Own,
): Promise<Fault[]> => {
  const faults: Fault[] = []
  for (const { figure, fact, choices, span, at, atSpan } of body.predictions) {
    const found = own.get(figure)
    if (!found || !isScenario(found.subject) || !found.result.facts.includes(fact)) continue
    const { poster } = found.subject
    const late = `Predict: the still of ${figure} is at ${poster} ms: it shows what comes of it`
    if (poster > at) faults.push(source(postFile(slug)).fault(atSpan, late))
    const { answer } = await predict(found.subject, fact, choices, onAllCores)
    const says = `Predict: the answer is “${answer}”, and that is none of the choices`
    if (!choices.includes(answer)) faults.push(source(postFile(slug)).fault(span, says))
  }
  return faults
}

const faultsOf = (root: string, source: SourceOf, figure: CheckedFigure): Fault[] => {
  const { slug, id, result, claims } = figure
  const { because, tooMuch } = result
  const data = source(dataFile(slug, id))
  if (tooMuch) {
    const { field, says } = tooMuch
    return [data.fault(fieldSpan(data, [field]), `${field}: ${says}`)]
  }
  const why = because
    ? [data.fault(fieldSpan(data, ['because', 'that', because.fact]), `because: ${because.says}`)]
    : []
  return [
    ...why,
    ...storyFaults(root, source, figure),
    ...claims.flatMap((claim, i) => claimFaults(source, slug, claim, result.claims[i]!)),
  ]
}

/** Everything that a figure's result depends on, besides its data and its claims. */
const recipe = () =>
  sourceHash(
    ...['sim', 'values', 'checks', 'protocols', 'studies', 'posts'].map((it) => `lib/${it}`),
  )

type Found = Omit<CheckedFigure, 'result'>

/** Checks all posts below `root`/content, or only some; throws as lintAll does. */
export const checkAll = async (root: string, only: readonly string[] = []): Promise<Checked> => {
  const folder = await lintAll(root)
  const data = await readFigures(folder)
  const found: Found[] = []
  const faults = [...folder.faults]
  for (const [name, read] of data) {
    const [slug, id] = name.split('/') as [string, string]
    if ('fault' in read) faults.push(read.fault)
    if ('fault' in read || (only.length > 0 && !only.includes(slug))) continue
    const { body } = folder.bySlug.get(slug)!
    const claims = (body?.claims ?? []).filter((it) => it.figure === id)
    found.push({ slug, id, subject: read.value, claims })
  }
  const table = new Table<FigureResult>(path.join(root, '.cache', 'checks.json'))
  const made = recipe()
  const wanted = found.map(({ subject, claims }) => {
    const all = claims.map(said)
    const key = digest(made, JSON.stringify(subject), JSON.stringify(all))
    return { key, subject, said: all }
  })
  const results = await table.all(wanted, checkFigures)
  const figures = found.map((it, i): CheckedFigure => ({ ...it, result: results[i]! }))
  if (only.length === 0) table.save()
  for (const figure of figures) faults.push(...faultsOf(root, folder.source, figure))
  const owned = new Map<string, Map<string, CheckedFigure>>()
  for (const figure of figures) {
    const own = owned.get(figure.slug) ?? new Map<string, CheckedFigure>()
    owned.set(figure.slug, own.set(figure.id, figure))
  }
  for (const { slug, body } of folder.posts)
    if (body) {
      const own = owned.get(slug) ?? new Map<string, CheckedFigure>()
      faults.push(...namedFaults(folder, data, { slug, body, own }))
      faults.push(...(await predictionFaults(folder.source, slug, body, own)))
    }
  const ledger = checkLedger(root, folder.posts)
  const all = sorted([...faults, ...ledger.faults])
  return { folder, figures, faults: all, ...(ledger.isNew && { ledger: ledger.text }) }
}
