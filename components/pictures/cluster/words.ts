// A cluster in words, from the same scene as its drawing.

import type { Film } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import { momentWords } from '@/lib/sim/words'
import { keptWord } from '../kept-word'
import { counted, fateWords, grouped, listed, sentence } from '../names'
import { groupsOf } from './links'
import { type Scene, type SeenMessage, type SeenNode, sceneAt } from './seen'

const standing = ({ face, word, node }: SeenNode) => {
  const { number, counts = 'number', holds, votes } = face
  const had = votes?.filter((vote) => vote === 'yes').length
  return [
    word,
    node.up && number !== undefined && `${counts} ${number}`,
    node.up && votes && `${had} of ${counted(votes.length, 'vote')}`,
    node.up && holds && `holds ${holds}`,
  ]
    .filter(Boolean)
    .join(', ')
}

const nodesWords = (nodes: readonly SeenNode[]) =>
  grouped(nodes, standing)
    .map(([words, group]) => {
      const many = group.length > 6 && nodes.length > 9
      const who = many
        ? `${group.length} of ${nodes.length} nodes`
        : listed(group.map((n) => n.node.name))
      return `${who}: ${words}`
    })
    .join('; ')

const wallsWords = ({ world }: Scene) =>
  world.cuts.map((cut) => {
    const names = (ids: readonly number[]) => listed(ids.map((id) => world.nodes[id - 1]!.name))
    if (!('groups' in cut)) return `a wall from ${names([cut.from])} to ${names([cut.to])}`
    return `a wall between ${groupsOf(cut, world.nodes.length).map(names).join(' and ')}`
  })

const flying = ({ messages }: Scene) => messages.filter(({ message }) => message.fate === 'flying')

const messageWords = (scene: Scene, { message, glyph }: SeenMessage) => {
  const name = (id: number) => scene.world.nodes[id - 1]!.name
  const answer = glyph.answer ? ` (${glyph.answer})` : ''
  const met = fateWords[message.fate as keyof typeof fateWords]
  const fate = met ? `, ${met}` : ''
  return `${glyph.word}${answer} from ${name(message.from)} to ${name(message.to)}${fate}`
}

const logsWords = ({ nodes }: Scene) => {
  const kept = keptWord(nodes)
  return nodes.flatMap(({ node, face }) => {
    if (!face.log?.length) return []
    const entries = face.log.map(({ term, value, committed }) =>
      [value || 'an entry', `of ${term}`, committed ? kept : `not ${kept}`].join(' '),
    )
    return [`the log of ${node.name}: ${entries.join('; ')}`]
  })
}

const timersWords = ({ nodes, world }: Scene) =>
  nodes.flatMap(({ node }) =>
    node.up
      ? node.timers.map(
          (t) => `${node.name}'s ${t.name} timer has ${momentWords(t.due - world.at)} left`,
        )
      : [],
  )

export const describe = (film: Film, at: Millis, detail: 'short' | 'long'): string => {
  const scene = sceneAt(film, at)
  const onWay = flying(scene).length
  const short = [
    `At ${momentWords(at)}: ${nodesWords(scene.nodes)}`,
    ...wallsWords(scene),
    ...(onWay ? [`${counted(onWay, 'message')} on the way`] : []),
  ]
  const few = scene.nodes.length <= 9
  const long =
    detail === 'long'
      ? [
          ...(few ? scene.messages.map((one) => messageWords(scene, one)) : []),
          ...logsWords(scene),
          ...(few ? timersWords(scene) : []),
        ]
      : []
  return [...short, ...long].map(sentence).join(' ')
}
