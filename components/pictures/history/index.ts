// The history: its drawing, its words, its legend.

import { pictureOf } from '../picture'
import { draw } from './draw'
import { describe, legend } from './words'

export const history = pictureOf('history', draw, { describe, legend })
