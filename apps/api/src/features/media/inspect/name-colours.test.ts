import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameColours } from './name-colours.ts'

type Pixel = readonly [red: number, green: number, blue: number, alpha?: number]

function pixels(...areas: readonly (readonly [share: number, pixel: Pixel])[]): Uint8Array {
  return Uint8Array.from(
    areas.flatMap(([share, [r, g, b, a = 255]]) => Array.from({ length: share }, () => [r, g, b, a]).flat()),
  )
}

test.for<[Pixel, string]>([
  [[255, 255, 255], 'white'],
  [[0, 0, 0], 'black'],
  [[128, 128, 128], 'grey'],
  [[255, 0, 0], 'red'],
  [[0, 0, 255], 'blue'],
  [[0, 255, 0], 'green'],
  [[255, 255, 0], 'yellow'],
  [[135, 206, 235], 'sky blue'],
  [[34, 82, 40], 'forest green'],
  [[255, 145, 0], 'orange'],
  [[16, 48, 128], 'deep blue'],
  [[100, 60, 30], 'brown'],
])('%j is called %s', ([pixel, name]) => {
  expect(nameColours(pixels([10, pixel]))).toEqual([name])
})

test('the colour that fills most comes first, and a speck is not named', () => {
  const areas = pixels([60, [255, 255, 255]], [35, [0, 0, 255]], [5, [255, 0, 0]])
  expect(nameColours(areas)).toEqual(['white', 'blue'])
})

test('what cannot be seen has no colour', () => {
  expect(nameColours(pixels([90, [255, 0, 0, 0]], [10, [0, 0, 0, 255]]))).toEqual(['black'])
  expect(nameColours(pixels([90, [255, 0, 0, 0]]))).toEqual([])
})

test('every picture has one to three names, the same in whatever order its pixels come', () => {
  const pixel = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  fc.assert(
    fc.property(fc.array(pixel, { minLength: 1, maxLength: 50 }), (list) => {
      const names = nameColours(pixels(...list.map((each) => [1, each] as const)))
      expect(names.length).toBeGreaterThanOrEqual(1)
      expect(names.length).toBeLessThanOrEqual(3)
      expect(nameColours(pixels(...list.toReversed().map((each) => [1, each] as const)))).toEqual(names)
    }),
  )
})
