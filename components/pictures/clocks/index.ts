// The clocks: their drawing, their words, their legend.

import { pictureOf } from '../picture'
import { draw } from './draw'
import { describe, legend } from './words'

export const clocks = pictureOf('clocks', draw, { describe, legend })
