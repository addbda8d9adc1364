// The one list of what a reader can do to a figure. Key sheet, labels and the browser test are made
// from it.

export type Where = 'anywhere' | 'picture' | 'time'
export type Control = {
  /** What it does, as a label: on its button, or in the sheet of keys. */
  readonly says: string
  /** Keys as in KeyboardEvent.key, with Shift+ where it is held. */
  readonly keys: readonly string[]
  /** Where focus must be for the keys to act; always inside the figure. */
  readonly where: Where
}

const control = (says: string, keys: string, where: Where = 'anywhere'): Control => ({
  says,
  keys: keys.split(' ').map((key) => (key === 'Space' ? ' ' : key)),
  where,
})

/** Every control that has a key. Menus, levers and dials are reached through the toolbar. */
export const controls = {
  play: control('Play or pause', 'Space'),
  back: control('One event back', 'ArrowLeft', 'time'),
  forward: control('One event on', 'ArrowRight', 'time'),
  tellBack: control('Back to the last told event', 'Shift+ArrowLeft PageDown', 'time'),
  tellOn: control('On to the next told event', 'Shift+ArrowRight PageUp', 'time'),
  start: control('To the start', 'Home', 'time'),
  end: control('To the end', 'End', 'time'),
  slower: control('Slower', '['),
  faster: control('Faster', ']'),
  nodeBack: control('Node before', 'ArrowUp', 'picture'),
  nodeOn: control('Next node', 'ArrowDown', 'picture'),
  menu: control('What can be done to this node', 'Enter', 'picture'),
  undo: control('Undo', 'z'),
  why: control('Why did this happen?', 'w'),
  script: control('Faults and acts', 'f'),
  more: control('More', 'm'),
  keys: control('Keys', '?'),
  leave: control('Back to the picture', 'Escape'),
} as const

export type ControlName = keyof typeof controls

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** The control that a key press means at a place, or undefined. A chord is the browser's. */
export function controlOf(press: Press, where: Where): ControlName | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined
  const shifted = press.shiftKey && press.key.length > 1 ? `Shift+${press.key}` : press.key
  return (Object.keys(controls) as ControlName[]).find((name) => {
    const { keys, where: needs } = controls[name]
    const here =
      needs === 'anywhere' || needs === where || (needs === 'time' && where === 'picture')
    return here && keys.includes(shifted)
  })
}
