import { describe, expect, it } from 'vitest'
import { findContrast } from './find-contrast.ts'

describe('two halves', () => {
  it.each([
    [
      'Before: 3 days to close the books. After: 2 hours.',
      ['Before', '3 days to close the books'],
      ['After', '2 hours'],
    ],
    [
      'Myth: coffee dries you out.\nFact: it counts as water.',
      ['Myth', 'Coffee dries you out'],
      ['Fact', 'It counts as water'],
    ],
    ['Vorher: ein Stapel Belege. Nachher: ein Foto.', ['Vorher', 'Ein Stapel Belege'], ['Nachher', 'Ein Foto']],
    ['使用前：30分。使用後：3分', ['使用前', '30分'], ['使用後', '3分']],
    ['Было: 5 писем в день. Стало: одно', ['Было', '5 писем в день'], ['Стало', 'Одно']],
    ['قبل: ثلاثة أيام. بعد: ساعتان', ['قبل', 'ثلاثة أيام'], ['بعد', 'ساعتان']],
  ] as const)('are read with their labels: %s', (text, first, second) => {
    const sides = findContrast(text)?.sides.map(({ label, text: said }) => [label, said])
    expect(sides).toEqual([first, second])
  })

  it('have what stands before them for a title', () => {
    expect(findContrast('Closing the books. Before: 3 days. After: 2 hours')?.title).toBe('Closing the books')
  })

  it.each(['Before you go: take a map', 'The day after: what we learned', 'From 42 spreadsheets to one dashboard'])(
    'are not seen where there is one: %s',
    (text) => {
      expect(findContrast(text)).toBeUndefined()
    },
  )
})
