// One entry of a legend, drawn on 24 × 16.

import type { ReactNode } from 'react'
import type { Sign } from './picture'

export const sign = (says: string, drawing: ReactNode): Sign => ({
  says,
  mark: (
    <svg viewBox="0 0 24 16" width={24} height={16} aria-hidden="true">
      {drawing}
    </svg>
  ),
})
