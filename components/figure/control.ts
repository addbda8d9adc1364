// What each control of the list does to a run.

import { next, previous } from '@/lib/sim/film'
import type { Millis } from '@/lib/sim/protocol'
import type { ControlName } from './controls'
import { undo } from './edits'
import { focusNode, nodeOf, nodesIn } from './keys'
import { subjectAt } from './scene'
import type { OpenSheet } from './sheets'
import { paceNear } from './speed'
import type { Run } from './use-run'

/** Back to the picture as it is, with nothing over it. */
function leave(run: Run, figure: Element): void {
  run.lay(undefined)
  figure.querySelector<HTMLElement>('[data-picture]')?.focus()
}

/** Does what `name` says; `element` is where it was said, inside `figure`. */
export function control(
  name: ControlName,
  run: Run,
  open: OpenSheet,
  figure: Element,
  element?: Element,
): void {
  const { head, pace, setPace, scene } = run
  const [{ at }, { until }] = [head, run.film]
  const go = (to: Millis) => head.seek(to, false)
  // Of two films, whichever has something first.
  const times = (step: typeof next) => run.developed.films.flatMap((one) => step(one, at)?.at ?? [])
  const node = element ? nodeOf(element) : 0
  // Where no picture shows one, a node is chosen by its name.
  const named = node || !nodesIn(figure)[0]
  const acts: Record<ControlName, () => void> = {
    play: () => head.play(!head.playing),
    back: () => go(Math.max(0, ...times(previous))),
    forward: () => go(Math.min(until, ...times(next))),
    tellBack: () => go(scene.told.findLast((one) => one.at < at)?.at ?? 0),
    tellOn: () => go(scene.told.find((one) => one.at > at)?.at ?? until),
    start: () => go(0),
    end: () => go(until),
    slower: () => setPace(paceNear(until, pace - 1)),
    faster: () => setPace(paceNear(until, pace + 1)),
    nodeBack: () => focusNode(figure, -1),
    nodeOn: () => focusNode(figure, 1),
    menu: () => (named ? open('menu', { node, element }) : focusNode(figure, 1)),
    undo: () => run.change(undo(run.edited), () => ({ says: 'Undone.' })),
    why: () => open('why', { event: subjectAt(scene, at)?.index }),
    script: () => open('script'),
    keys: () => open('keys'),
    more: () => open('more'),
    leave: () => leave(run, figure),
  }
  acts[name]()
}
