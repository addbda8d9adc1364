// The moments and facts that the words of a post name, in props and in links: they are there.

import { groupsOf } from '@/lib/studies/many-runs'
import { isScenario, isSurvey, type Read, type Subject } from '../data'
import type { Fault } from '../fault'
import { postFile } from '../folder'
import type { LintedFolder } from '../lint/all'
import type { Body, Link } from '../linted'
import type { Own } from './all'

type Words = { readonly slug: string; readonly body: Body; readonly own: Own }
type Data = ReadonlyMap<string, Read<Subject>>

/** Why a figure has no such moment; undefined where it has, or where nobody can say. */
const wrongMoment = (name: string, time: number, data: Read<Subject> | undefined) => {
  if (!data || 'fault' in data) return undefined
  const subject = data.value
  const figure = name.split('/')[1]
  if (isSurvey(subject) && groupsOf(subject)?.includes(time)) return undefined
  if (!isScenario(subject)) return `${figure} is no run: it has no moments`
  const { until } = subject
  return time <= until ? undefined : `${time} ms is after the end of ${figure}, ${until} ms`
}

/** The figure and the moment of /one?at=640#vote; the first figure, if none is named. */
const momentOf = ({ url }: Link, { bySlug }: LintedFolder) => {
  const [, slug = '', query = '', id] = /^\/([\w-]+)\?([^#]*)(?:#(.*))?$/.exec(url) ?? []
  const at = new URLSearchParams(query).get('at')
  const { body } = bySlug.get(slug) ?? {}
  const figure = id ? body?.figures.find((it) => it.id === id) : body?.figures[0]
  return at === null || !body ? undefined : { at, name: figure && `${slug}/${figure.id}` }
}

const linkFault = (link: Link, folder: LintedFolder, data: Data): string | undefined => {
  const moment = momentOf(link, folder)
  if (!moment) return undefined
  const { at, name } = moment
  if (!name) return 'link: ?at= names a moment, and there is no figure there'
  if (!/^\d+(\.\d+)?$/.test(at))
    return `link: ?at= is a moment in milliseconds, as ?at=640, not ${at || 'nothing'}`
  const wrong = wrongMoment(name, Number(at), data.get(name))
  return wrong && `link: ${wrong}`
}

/** Moments after the end of a run, and facts that nothing has. */
export const namedFaults = (folder: LintedFolder, data: Data, { slug, body, own }: Words) => {
  const words = folder.source(postFile(slug))
  const moments = body.moments.flatMap(({ figure, time, span, claimed }): Fault[] => {
    const subject = own.get(figure)?.subject
    // A claim says itself what has no moments.
    if (!subject || (claimed && !isScenario(subject))) return []
    const wrong = wrongMoment(`${slug}/${figure}`, time, { value: subject })
    return wrong ? [words.fault(span, wrong)] : []
  })
  const facts = body.factUses.flatMap(({ figure, fact, span }) => {
    const known = own.get(figure)?.result.facts
    if (!known?.length || known.includes(fact)) return []
    return [words.fault(span, `there is no fact ${fact}`, fact, known)]
  })
  const links = body.links.flatMap((link) => {
    const wrong = linkFault(link, folder, data)
    return wrong ? [words.fault(link.span, wrong)] : []
  })
  return [...moments, ...facts, ...links]
}
