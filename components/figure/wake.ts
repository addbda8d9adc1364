// What the loader fetches when a figure wakes: the player, and beside it the protocol's rules.

import { fetchProtocol } from '@/lib/protocols'

type Still = { readonly scenario: { readonly protocol: string } }

/** The player and its props with the protocol in them, so that its first frame is the still. */
export const wakePlayer = async (props: Still) => {
  const [{ Player }, protocol] = await Promise.all([
    import('./player'),
    fetchProtocol(props.scenario.protocol),
  ])
  return [Player, { ...props, protocol }] as const
}
