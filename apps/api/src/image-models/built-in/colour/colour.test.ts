import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast, readableOn } from './contrast.ts'
import type { Hex } from './hex.ts'
import { hexOfOklch, oklchOf } from './oklch.ts'
import type { Palette } from './palette.ts'
import { PALETTES } from './palettes/index.ts'
import { palettesOfStyle } from './palettes-of-style.ts'

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value): Hex => `#${value.toString(16).padStart(6, '0')}`)

function expectReadable({ ground, ink, accent, second, accentInk, onAccent, onSecond, onInk }: Palette): void {
  expect(contrast(ground, ink)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(ground, accentInk)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(accent, onAccent)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(second, onSecond)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(ink, onInk)).toBeGreaterThanOrEqual(4.5)
}

describe('colours', () => {
  it('are measured as WCAG measures them', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  it('come back from OKLCH as they went in', () => {
    fc.assert(
      fc.property(hex, (colour) => {
        expect(hexOfOklch(oklchOf(colour))).toBe(colour)
      }),
    )
  })

  it('are made readable on any ground, and left alone where they are', () => {
    fc.assert(
      fc.property(hex, hex, (ground, colour) => {
        expect(contrast(ground, readableOn(ground, colour))).toBeGreaterThanOrEqual(4.5)
      }),
    )
    expect(readableOn('#ffffff', '#aa0000')).toBe('#aa0000')
  })

  it.each(PALETTES.map((palette) => [palette.name, palette] as const))(
    'of the palette %s are readable on each other',
    (_, palette) => {
      expectReadable(palette)
      expect(contrast(palette.ground, palette.ink)).toBeGreaterThanOrEqual(7)
      expect(contrast(palette.ground, palette.accent)).toBeGreaterThan(1.6)
    },
  )

  it('of any style pictures give four palettes that are readable and different', () => {
    fc.assert(
      fc.property(fc.array(hex, { minLength: 1, maxLength: 20 }), (colours) => {
        const palettes = palettesOfStyle(colours)
        expect(palettes).toHaveLength(4)
        for (const palette of palettes) expectReadable(palette)
        expect(new Set(palettes.map(({ name }) => name)).size).toBe(4)
      }),
    )
  })

  it('of style pictures are the ones that are seen', () => {
    const [light, dark] = palettesOfStyle(['#f2ead8', '#1f6f8b', '#0b3954', '#ff7f51'])
    expect(light).toMatchObject({ ground: '#f2ead8', accent: '#ff7f51', second: '#1f6f8b' })
    expect(dark).toMatchObject({ accent: '#ff7f51' })
  })

  it('that are none give no palette', () => {
    expect(palettesOfStyle(['red', '', '#12', 'url(#x)'])).toEqual([])
  })
})
