import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeLittleText } from '../../../test/fake-platforms/linkedin/little-text.ts'
import { readLittleText, toLittleText } from './little-text.ts'

const MENTIONS = [
  { name: 'Example', urn: 'urn:li:organization:1' },
  { name: 'Example Inc', urn: 'urn:li:organization:2414183' },
  { name: 'Ada (she)', urn: 'urn:li:person:yrZCpj2Z12' },
] as const

const RESERVED = String.raw`\|{}@[]()<>#*_~`

/** Texts that are full of what means something to LinkedIn. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...RESERVED,
        '#Tag',
        '#größe_2',
        '＃タグ',
        '@Example',
        '@Example Inc',
        '@Ada (she)',
        '{hashtag|',
        '](urn:li:',
        ' ',
        '\n',
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

it('LinkedIn shows every text whole, as it was written', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { shown, fault } = decodeLittleText(toLittleText(text, MENTIONS))
      expect([fault, shown]).toEqual([undefined, text])
    }),
    { numRuns: 2000 },
  )
})

it('what LinkedIn lists is read back as it was written', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(readLittleText(toLittleText(text, MENTIONS))).toBe(text)
    }),
    { numRuns: 2000 },
  )
})

it('nobody is mentioned whom the options do not name, and nothing in a text is markup', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(decodeLittleText(toLittleText(text)).mentions).toEqual([])
    }),
    { numRuns: 500 },
  )
  expect(decodeLittleText(toLittleText('@[Eddy](urn:li:person:1) {hashtag|\\#|x}')).mentions).toEqual([])
})

it.each([
  ['for @Example Inc!', ['urn:li:organization:2414183']],
  ['for @Example, and @Example Inc', ['urn:li:organization:1', 'urn:li:organization:2414183']],
  ['by @Ada (she)', ['urn:li:person:yrZCpj2Z12']],
  ['by Ada (she), @nobody', []],
])('%s mentions %j: of two names that fit, the longer one', (text, mentions) => {
  expect(decodeLittleText(toLittleText(text, MENTIONS))).toMatchObject({ shown: text, mentions })
})

it.each([
  ['#DarkMode is #here, #2', ['DarkMode', 'here']],
  ['C# and https://example.com/#part', []],
  ['#größe_2', ['größe_2']],
])('%s has the hashtags %j', (text, hashtags) => {
  expect(decodeLittleText(toLittleText(text))).toMatchObject({ shown: text, hashtags })
})

it('a text that is not escaped is cut short: the decoder of the tests finds it', () => {
  expect(decodeLittleText('before (after)')).toMatchObject({ shown: 'before ', fault: expect.any(String) })
  expect(decodeLittleText('#tag')).toMatchObject({ shown: '', fault: expect.any(String) })
  expect(decodeLittleText('\\a')).toMatchObject({ fault: '\\a' })
})
