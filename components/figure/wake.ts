// Brings a figure to life: the player, its protocol and its pictures are fetched side by side.

import type { PlayerProps } from './player'

/** What the loader hydrates: the player, with all that it draws ready in its hands. */
export const wakePlayer = async (props: PlayerProps) => {
  const [{ Player }, { develop }] = await Promise.all([import('./player'), import('./develop')])
  return [Player, { ...props, developed: await develop(props.scenario) }] as const
}
