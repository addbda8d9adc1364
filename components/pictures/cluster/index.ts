// The cluster: its drawing, its words, its legend.

import { pictureOf } from '../picture'
import { drawCluster } from './draw'
import { legend } from './legend'
import { describe } from './words'

export const cluster = pictureOf('cluster', (props, says) => drawCluster(props, says), {
  describe,
  legend,
})
