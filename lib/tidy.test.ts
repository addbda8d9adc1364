// Is the house in order? Every offender is named `path:line: what is wrong`.

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { faultsOf, houseFaults, ringsAmong } from './desk/tidy/house'
import { alone } from './desk/tidy/rules'
import { read } from './desk/tidy/syntax'

const root = process.cwd()
const head = '// What it is for.\n'
const of = (path: string, text: string) => faultsOf(path, head + text)

it('every file keeps the rules of the house', () => {
  expect(houseFaults(root)).toEqual([])
})

describe('the rules', () => {
  it('name the line of an import that goes the wrong way', () => {
    const text =
      "import { shoot } from '@/lib/sim/film'\nimport { x } from '../protocols/raft'\nx(shoot)\n"
    expect(of('lib/sim/a.ts', text)).toEqual([
      'lib/sim/a.ts:3: lib/sim may not import lib/protocols/raft',
    ])
    expect(of('lib/protocols/a.ts', text)).toEqual([])
    expect(of('lib/posts/a.ts', "import { useState } from 'react'\nuseState()\n")).toHaveLength(1)
    expect(
      of('lib/sim/a.ts', "import 'x'\nimport { readFile } from 'node:fs'\nreadFile()\n"),
    ).toHaveLength(1)
    expect(of('app/page.tsx', "import { x } from '@/lib/desk/run'\nx()\n")).toHaveLength(1)
  })

  it('let content import types and no value', () => {
    const text =
      "import type { Scenario } from '@/lib/protocols'\nexport default {} satisfies Scenario\n"
    expect(of('content/a/b.ts', text)).toEqual([])
    const value = "import { protocols } from '@/lib/protocols'\nexport default protocols\n"
    expect(of('content/a/b.ts', value)).toHaveLength(1)
  })

  it('keep a protocol from knowing another', () => {
    const rule = alone(new Set(['raft', 'ballot']))
    const source = read('lib/protocols/raft/rules.ts', "import { b } from '../ballot'\nb()\n")
    expect(rule(source)).toHaveLength(1)
    expect(rule(read('lib/protocols/raft/a.ts', "import { b } from './rules'\nb()\n"))).toEqual([])
  })

  it('count the lines of functions, files and columns', () => {
    const long = `export const f = () => {\n${'  f()\n'.repeat(39)}}\n`
    expect(of('lib/sim/a.ts', long)).toEqual(['lib/sim/a.ts:2: a function of 41 lines, at most 40'])
    const chapter = `describe('x', () => {\n${"  it('y', () => {})\n".repeat(60)}})\n`
    expect(of('lib/sim/a.test.ts', chapter)).toEqual([])
    expect(of('lib/sim/a.ts', '\n'.repeat(300))).toHaveLength(1)
    expect(of('lib/sim/a.ts', `// ${'x'.repeat(100)}\n`)).toHaveLength(1)
  })

  it('want a first line that says the one job', () => {
    expect(faultsOf('lib/sim/a.ts', 'export const a = 1\n')).toHaveLength(1)
    expect(faultsOf('components/site/a.tsx', "'use client'\n// A button.\n")).toEqual([])
    expect(faultsOf('app/a.css', 'p { color: red }\n')).toHaveLength(1)
  })

  it('ban words that promise or say nothing, and paths of a machine', () => {
    expect(of('lib/sim/a.ts', `// ${'TO'}${'DO'}: later\n`)).toHaveLength(1)
    expect(of('lib/sim/a.ts', `export const a = '/${'home'}/someone'\n`)).toHaveLength(1)
    expect(of('lib/sim/text-utils.ts', '')).toHaveLength(1)
    expect(of('lib/sim/a.ts', 'export const textHelper = 1\n')).toHaveLength(1)
  })

  it('keep time, chance and inexact mathematics out of a run', () => {
    for (const text of [
      'Math.random()',
      'Math.pow(2, 3)',
      '2 ** 3',
      'new Date()',
      'Intl',
      'performance.now()',
    ])
      expect(of('lib/sim/a.ts', `export const a = ${text}\n`), text).toHaveLength(1)
    expect(of('lib/sim/a.ts', 'export const a = { Date: Math.imul(3, 4) }\n')).toEqual([])
    expect(of('lib/sim/a.ts', 'export const f = (process: string) => process\n')).toEqual([])
    expect(of('lib/sim/a.ts', 'export const f = () => process.env\n')).toHaveLength(1)
    expect(of('lib/desk/a.ts', 'export const a = Math.random()\n')).toEqual([])
  })

  it('keep out of pages what an export cannot hold', () => {
    expect(of('components/site/a.tsx', "import { useId } from 'react'\nuseId()\n")).toHaveLength(1)
    expect(of('app/a.tsx', "import { Suspense } from 'react'\nSuspense\n")).toHaveLength(1)
    expect(of('app/a.tsx', "import dynamic from 'next/dynamic'\ndynamic()\n")).toHaveLength(1)
  })

  it('find rings of modules', () => {
    const a = read('lib/sim/a.ts', "import { b } from './b'\nexport const a = b\n")
    const b = read('lib/sim/b.ts', "import { a } from './a'\nexport const b = a\n")
    const c = read('lib/sim/b.ts', "import type { a } from './a'\nexport type b = typeof a\n")
    expect(ringsAmong([a, b])).toHaveLength(1)
    expect(ringsAmong([a, c])).toEqual([])
  })
})

it('every script of package.json is a file of lib/desk', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }
  const missing = Object.values(scripts).filter(
    (text: string) => !existsSync(text.split(' ')[1] ?? ''),
  )
  expect(missing).toEqual([])
})
