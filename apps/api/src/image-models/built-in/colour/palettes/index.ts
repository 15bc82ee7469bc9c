import { completePalette } from '../palette.ts'
import type { Palette } from '../palette.ts'
import { BLUSH } from './blush.ts'
import { CITRUS } from './citrus.ts'
import { COBALT } from './cobalt.ts'
import { FOREST } from './forest.ts'
import { GRAPHITE } from './graphite.ts'
import { LAGOON } from './lagoon.ts'
import { LILAC } from './lilac.ts'
import { MIDNIGHT } from './midnight.ts'
import { PLUM } from './plum.ts'
import { QUIET } from './quiet.ts'
import { SAGE } from './sage.ts'
import { SWISS } from './swiss.ts'
import { TANGERINE } from './tangerine.ts'
import { TERRACOTTA } from './terracotta.ts'
import { VERMILION } from './vermilion.ts'

/** Every palette that is bundled. A new one is a file of its own and a line here. */
export const PALETTES: readonly Palette[] = [
  VERMILION,
  COBALT,
  FOREST,
  BLUSH,
  MIDNIGHT,
  CITRUS,
  SAGE,
  TERRACOTTA,
  SWISS,
  LAGOON,
  PLUM,
  GRAPHITE,
  LILAC,
  TANGERINE,
].map(completePalette)

/** Chosen for sad news, and for nothing else. */
export const QUIET_PALETTES: readonly Palette[] = QUIET.map(completePalette)
