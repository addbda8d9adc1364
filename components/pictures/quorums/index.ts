// The quorums: their drawing, their words, their legend.

import { pictureOf } from '../picture'
import { draw } from './draw'
import { describe, legend } from './words'

export const quorums = pictureOf('quorums', draw, { describe, legend })
