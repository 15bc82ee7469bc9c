import { expect, it } from 'vitest'
import { formatBars } from '../src/output/bars.ts'

const BARS = [
  { label: 'instagram', value: 80 },
  { label: '小紅書', value: 10 },
  { label: 'x', value: 0 },
]

it('bars at a terminal are as long as their numbers are large, and fit', () => {
  const lines = formatBars(BARS, { columns: 31 }).split('\n')
  expect(lines).toEqual(['instagram  80  ████████████████', '小紅書     10  ██', 'x           0'])
})

it('where there is no terminal there are labels and numbers alone, for other programs', () => {
  expect(formatBars(BARS, { columns: undefined })).toBe('instagram\t80\n小紅書\t10\nx\t0')
})

it('nothing at all breaks nothing: no bars, no room, control characters', () => {
  expect(formatBars([], { columns: 80 })).toBe('')
  expect(formatBars([{ label: 'a\u001b[2Jb', value: 5 }], { columns: 3 })).toBe('ab  5')
})
