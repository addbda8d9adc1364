// The lanes: their drawing, their words, their legend.

import { pictureOf } from '../picture'
import { draw } from './draw'
import { legend } from './legend'
import { standing } from './standing'
import { describe } from './words'

export const lanes = pictureOf('lanes', draw, { describe, legend, standing })
