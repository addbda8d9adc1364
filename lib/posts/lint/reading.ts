// One post while it is being linted: its tree, what was imported, and what was found so far.

import type { Fault } from '../fault'
import type {
  Claim,
  FactUse,
  FigureUse,
  Import,
  MomentUse,
  PredictionUse,
  RuleUse,
} from '../linted'
import type { Source, Span } from '../source'
import type { Tree } from '../tree'

/** The names of the publication's own lists. */
export type Known = {
  readonly tags: readonly string[]
  readonly series: readonly string[]
  /** Words of the glossary. */
  readonly terms: readonly string[]
  /** Other forms of them, in small letters, and which word each belongs to. */
  readonly forms: { readonly [form: string]: string }
}

export class Reading {
  readonly faults: Fault[] = []
  readonly imports = new Map<string, Import>()
  /** Imported names that some figure shows. */
  readonly shown = new Set<string>()
  readonly figures: FigureUse[] = []
  readonly claims: Claim[] = []
  readonly moments: MomentUse[] = []
  readonly factUses: FactUse[] = []
  readonly predictions: PredictionUse[] = []
  readonly terms: { word: string; span: Span }[] = []
  readonly rules: RuleUse[] = []
  constructor(
    readonly source: Source,
    readonly tree: Tree,
    readonly known: Known,
  ) {}

  fault(span: Span, says: string, word?: string, known?: Iterable<string>) {
    this.faults.push(this.source.fault(span, says, word, known))
  }
}
