// The lock file is whole: npm leaves out builds it cannot see, and then refuses its own file.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './run'

type Entry = { version?: string; optionalDependencies?: Record<string, string> }
const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'))
const packages = read('package-lock.json').packages as Record<string, Entry>

/** Where Node would look for a package that the one at `place` asks for. */
const placesOf = (place: string, name: string) => {
  const places = [`${place}/node_modules/${name}`]
  for (let at = place; at.includes('/node_modules/'); ) {
    at = at.slice(0, at.lastIndexOf('/node_modules/'))
    places.push(`${at}/node_modules/${name}`)
  }
  return [...places, `node_modules/${name}`]
}

/** Files of code below a folder of the project. */
const codeBelow = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|js|css)$/.test(name))
    .map((name) => join(folder, name))

it('names a build for every machine that a package has builds for', () => {
  const gone = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !placesOf(place, name).some((at) => packages[at]?.version),
    ),
  )
  // After an install: complete the file with the builds that the registry at hand has not shown.
  expect(gone).toEqual([])
})

it('agrees with package.json', () => {
  const { dependencies, devDependencies } = read('package.json')
  expect(packages['']).toMatchObject({ dependencies, devDependencies })
})

it('is asked for one version of each package, by number', () => {
  const { dependencies, devDependencies } = read('package.json')
  const all = Object.entries({ ...dependencies, ...devDependencies } as Record<string, string>)
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

it('asks for no package that nothing imports, runs or is checked with', () => {
  const { dependencies, devDependencies, postcss } = read('package.json')
  const code = [...['lib', 'components', 'app', 'e2e', 'content'].flatMap(codeBelow), 'biome.json']
  const text = code.map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
  const isUsed = (name: string) => text.includes(name) || name in postcss.plugins
  const names = Object.keys({ ...dependencies, ...devDependencies })
  expect(names.filter((name) => !name.startsWith('@types/') && !isUsed(name))).toEqual([])
})
