// The table of an author's mistakes: each with what is shown for it, and nothing besides.

import type { Row } from './row'
import { inBody } from './rows-body'
import { inFront } from './rows-front'
import { inSilence } from './rows-lost'

/** Every row of the table. */
export const rows: readonly Row[] = [...inFront, ...inBody, ...inSilence]
