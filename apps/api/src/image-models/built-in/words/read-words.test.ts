import { describe, expect, it } from 'vitest'
import type { CardWords } from './card-words.ts'
import { readWords } from './read-words.ts'

const read = (prompt: string) => readWords({ prompt })

const CASES: readonly (readonly [string, string, Partial<CardWords>])[] = [
  [
    'the first sentence loud, the next small',
    "We're opening our second café in Porto. The first 50 coffees are on us.",
    { headline: 'We’re opening our second café in Porto', detail: 'The first 50 coffees are on us.' },
  ],
  ['no instruction to the writer', 'Write a post about our new autumn blend', { headline: 'Our new autumn blend' }],
  ['no instruction to the painter', 'a photo of a cat on a sofa, soft light, 4k', { headline: 'A cat on a sofa' }],
  ['what a poster is to say', 'A bold poster saying "Stay curious" in warm colours', { headline: 'Stay curious' }],
  ['no link and no row of hashtags', 'Try it free: https://a.example/x #free #trial', { headline: 'Try it free' }],
  [
    'a hashtag within a sentence as its word',
    'Our #coffee is back in town',
    { headline: 'Our coffee is back in town' },
  ],
  ['an emoji as a picture, not as a word', 'We shipped it 🚀 today', { headline: 'We shipped it today', emblem: '🚀' }],
  [
    'a label above',
    'New feature: dark mode is here for all apps',
    { kicker: 'New feature', headline: 'Dark mode is here for all apps' },
  ],
  [
    'a cry above',
    'Big news! We raised four million for farms.',
    { kicker: 'Big news', headline: 'We raised four million for farms' },
  ],
  [
    'a quotation and whose it is',
    '“Less, but better.” — Dieter Rams',
    { isQuote: true, headline: 'Less, but better.', attribution: 'Dieter Rams' },
  ],
  [
    'a list',
    'What to pack: water, sunscreen and a hat',
    { headline: 'What to pack', steps: ['Water', 'Sunscreen', 'A hat'] },
  ],
  [
    'a price list',
    'Spring menu: asparagus soup €7, trout with herbs €18, rhubarb tart €6.50',
    {
      headline: 'Spring menu',
      steps: ['Asparagus soup', 'Trout with herbs', 'Rhubarb tart'],
      listKind: 'priced',
      prices: ['€7', '€18', '€6.50'],
    },
  ],
  ['a list with an order', 'How to descale:\n- Fill\n- Boil\n- Rinse', { listKind: 'numbered' }],
  ['a list without one', 'Packing list: headlamp, wool socks, cash', { listKind: 'marked' }],
  [
    'a quotation and a name without a dash',
    '«La paciencia es amarga.» Jean-Jacques Rousseau',
    { isQuote: true, attribution: 'Jean-Jacques Rousseau' },
  ],
  [
    'a long sentence in two halves, and all of it',
    'After eleven years on Mill Lane our bookshop is moving to a bigger home on the high street, with a reading room, a corner for children and a café. We open on 2 May.',
    { detail: 'With a reading room, a corner for children and a café. We open on 2 May.' },
  ],
  [
    'a figure that counts',
    'We just hit 10,000 customers',
    { staged: { figure: '10,000', before: 'We just hit', after: 'customers' } },
  ],
  ['a share', 'Get 30% off all 12 models', { staged: { figure: '30%', before: 'Get', after: 'off all 12 models' } }],
  [
    'a date in its own words',
    'Join our market on Saturday, 14 March from 10:00',
    { dated: { when: 'Saturday, 14 March from 10:00', headline: 'Join our market' } },
  ],
  ['a price in won', '고구마라떼 4,500원', { staged: { figure: '4,500원', before: '고구마라떼', after: '' } }],
  ['a share in Arabic', 'خصم ٢٥٪ على الكتب', { staged: { figure: '٢٥٪', before: 'خصم', after: 'على الكتب' } }],
  ['a date in Japanese', '10月12日に京都で開店します', { dated: { when: '10月12日', headline: '京都で開店します' } }],
]

describe('what a card says of a prompt', () => {
  it.each(CASES)('is %s', (_, prompt, words) => {
    expect(read(prompt)).toMatchObject(words)
  })

  it.each([
    'In 2026 we begin anew',
    'Doors open at 9am',
    'See you at 10:30',
    'Room 12 is free',
    'Two of us',
    'From 3 to 5 people',
  ])('takes no year, time or number in passing for its figure: %s', (prompt) => {
    expect(read(prompt).staged).toBeUndefined()
  })

  it('is the whole of a sentence, and no word that is not in it', () => {
    const prompt =
      'Our bakery wins the regional prize for the best sourdough in all of the north. Thank you! We celebrate on Sunday.'
    const { headline, detail = '' } = read(prompt)
    const said = new Set(prompt.toLowerCase().match(/\p{L}+/gu))
    for (const word of `${headline} ${detail}`.toLowerCase().match(/\p{L}+/gu) ?? []) expect(said).toContain(word)
    expect(prompt).toContain(headline)
  })

  it('comes from the caption where the prompt only describes a picture', () => {
    const caption = { postType: 'instagram-feed', text: 'Our autumn blend is back.\n\n#coffee' } as const
    expect(readWords({ caption }).headline).toBe('Our autumn blend is back')
    expect(readWords({ caption, prompt: 'minimal, pastel colours' }).headline).toBe('Our autumn blend is back')
    expect(readWords({ caption, prompt: 'a photo of beans on a table' }).headline).toBe('Our autumn blend is back')
    expect(readWords({ caption, prompt: 'Back for autumn' }).headline).toBe('Back for autumn')
  })

  it('is the title of a video, and its description below', () => {
    const caption = {
      postType: 'youtube-video',
      title: 'A compiler in a weekend',
      text: 'From nothing to running programs.',
    } as const
    expect(readWords({ caption })).toMatchObject({
      headline: 'A compiler in a weekend',
      detail: 'From nothing to running programs.',
    })
  })

  it('runs from right to left where its first letter does', () => {
    expect(read('افتتاح المقهى').direction).toBe('rtl')
    expect(read('Opening: افتتاح').direction).toBe('ltr')
  })
})
