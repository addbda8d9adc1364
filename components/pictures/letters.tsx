// One line of text in a picture: names upright and semibold, roles and remarks italic.

import { tenth } from './geometry'

type Way = {
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly as?: 'name' | 'role' | 'plain'
  readonly size?: number | undefined
  readonly key?: string | number
  /** What is behind it is kept off by this ink. */
  readonly halo?: string | undefined
}

/** Text at a baseline; '' keeps its element, so that nothing comes or goes as time passes. */
export const letters = (x: number, y: number, text: string, ink: string, way: Way = {}) =>
  text ? (
    <text
      key={way.key}
      x={tenth(x)}
      y={tenth(y)}
      textAnchor={way.anchor === 'start' ? undefined : way.anchor}
      fontSize={way.size && tenth(way.size)}
      fontWeight={way.as === 'name' ? 600 : undefined}
      fontStyle={way.as === 'role' ? 'italic' : undefined}
      fill={ink}
      stroke={way.halo}
      strokeWidth={way.halo && 4}
      paintOrder={way.halo && 'stroke'}
    >
      {text}
    </text>
  ) : (
    <text key={way.key}>{text}</text>
  )
