// One entry of a legend: a drawing that fills 24 × 16, and its words.

import type { ReactNode } from 'react'
import type { Sign } from './picture'

export const sign = (says: string, mark: ReactNode): Sign => ({ says, mark })
