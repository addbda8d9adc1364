// What is folded: messages that their protocol calls routine.

import { type Film, glyphOf, messageAt } from '@/lib/sim/film'

export const routineMessage = (film: Film, id: number): boolean =>
  glyphOf(film, messageAt(film, id)).routine === true
