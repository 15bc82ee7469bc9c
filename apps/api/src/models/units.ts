import type { LengthUnit } from '@powerpost/contract'

/** What a platform counts, in words. */
export const UNITS: Record<LengthUnit, string> = {
  utf16: 'characters',
  utf8_bytes: 'bytes of UTF-8',
  x_weighted: 'characters as X counts them (a link is 23; an emoji, a Chinese, Japanese or Korean character is 2)',
}
