import { expect, it } from 'vitest'
import { readStyle } from './read-style.ts'

/** Milliseconds of the processor, of the cheapest of a few readings: what else the machine does only makes one more expensive. */
function measure(seed: string, characters: number): number {
  const text = seed.repeat(characters).slice(0, characters)
  const times = Array.from({ length: 5 }, () => {
    const started = process.cpuUsage()
    readStyle(text, 'en')
    return process.cpuUsage(started).user / 1000
  })
  return Math.min(...times)
}

it.each(['end with „ ', 'begin with „ ', 'always say „ ', 'never „ ', 'slogan „', 'end with mit par „a '])(
  'takes no more than its share of time for a longer text without full stops: %j',
  (seed) => {
    measure(seed, 1000)
    // Four times the text: a pattern that searches again from each word takes 64 times as long, or 256. Below a millisecond the figure says
    // more about the machine than about the text.
    expect(measure(seed, 4000) / Math.max(1, measure(seed, 1000))).toBeLessThan(20)
  },
)

it.each([
  ['End each caption with the words "Stay warm."', { ending: 'Stay warm.' }],
  ['Beginne immer mit „Moin“', { opening: 'Moin' }],
  ['Our slogan is «Bread first»', { ending: 'Bread first' }],
  ['Never say “cheap” or “bargain”', { bannedWords: ['cheap', 'bargain'] }],
  ['Always mention "family-run"', { fixedWords: ['family-run'] }],
])('reads what stands in quotes: %s', (style, rules) => {
  expect(readStyle(style, 'en')).toEqual({ rules, manners: [] })
})

it('reads all words of a long list', () => {
  const words = Array.from({ length: 60 }, (_, index) => `word number ${index}`)
  const style = `Never say ${words.map((word) => `"${word}"`).join(' or ')}`
  expect(style.length).toBeGreaterThan(500)
  expect(readStyle(style, 'en').rules).toEqual({ bannedWords: words })
})

it('leaves to a writer what is too far apart to belong together', () => {
  const style = `End on a note that goes with ${'a very long thought '.repeat(6)} such as "this"`
  expect(readStyle(style, 'en')).toEqual({ rules: {}, manners: [style] })
})
