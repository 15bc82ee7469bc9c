import { ARCS } from './arcs.ts'
import { AURA } from './aura.ts'
import { BAR } from './bar.ts'
import { COMPARE } from './compare.ts'
import { DATE } from './date.ts'
import { EDITORIAL } from './editorial.ts'
import { EMBLEM } from './emblem.ts'
import { FIGURE } from './figure.ts'
import { FRAME } from './frame.ts'
import type { Layout } from './layout.ts'
import { PANEL } from './panel.ts'
import { QUESTION } from './question.ts'
import { BORDER } from './quiet/border.ts'
import { COLUMN } from './quiet/column.ts'
import { MARGIN } from './quiet/margin.ts'
import { STILL } from './quiet/still.ts'
import { QUOTE } from './quote.ts'
import { SHOUT } from './shout.ts'
import { SPLIT } from './split.ts'
import { STEPS } from './steps.ts'
import { STRIPES } from './stripes.ts'
import { TILES } from './tiles.ts'
import { WAVES } from './waves.ts'

/** Every layout there is. A new one is a file of its own and a line here. */
export const LAYOUTS: readonly Layout[] = [
  EDITORIAL,
  ARCS,
  TILES,
  WAVES,
  SHOUT,
  FRAME,
  AURA,
  STRIPES,
  SPLIT,
  QUOTE,
  FIGURE,
  STEPS,
  DATE,
  EMBLEM,
  QUESTION,
  COMPARE,
  PANEL,
  BAR,
  STILL,
  COLUMN,
  MARGIN,
  BORDER,
]
