import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { captionsOf } from './test-kit.ts'
import orders from './testing/orders.json' with { type: 'json' }

const flat = (text: string) => text.toLowerCase().replace(/\s+/gu, ' ')

describe('what a brief orders', () => {
  it.each(orders)('is never printed, and no fact is lost, in $language: $prompt', async ({ prompt, never, kept }) => {
    const captions = await captionsOf({ prompt })
    for (const caption of Object.values(captions))
      for (const words of never) expect(flat(caption)).not.toContain(words.toLowerCase())
    for (const fact of kept) {
      expect(flat(captions.facebook)).toContain(fact.toLowerCase())
      expect(flat(captions.tiktok)).toContain(fact.toLowerCase())
    }
  })

  it.each([
    'Make a viral TikTok',
    'Write a post please',
    'Schreib mir einen Post',
    'No hashtags, keep it short please',
  ])('refuses where nothing else is said: %s', async (prompt) => {
    await expect(captionsOf({ prompt })).rejects.toMatchObject({ failure: 'refused' })
  })
})

const ORDERS = [
  'Write a funny post about',
  'can you make me a caption for',
  'I need a post about',
  'gimme a short reel caption for',
  'Please create an engaging Instagram caption promoting',
  'hey could u write smth for insta about',
  'We need a Facebook post for',
  'do me a linkedin post about',
  'Looking for a catchy caption for',
]
const TOPICS = [
  'our new oat-milk flat white',
  'our pottery studio',
  'the climbing wall at our youth center',
  'my guitar lessons',
]
const FACTS = [
  '4.50',
  'from Monday',
  'Mill Street',
  'saturday 10-4',
  'call 0113 496 0000',
  'studio.example/book',
  'only 12 places',
]
const WISHES: readonly (readonly [wish: string, never: string])[] = [
  ['No emojis please.', 'emoji'],
  ["Don't mention the price of 39 dollars.", '39'],
  ['Keep it short and punchy.', 'punchy'],
  ['Max 3 hashtags.', 'max 3'],
  ['Keep the guest Nina Vale secret.', 'nina'],
  ["don't make it cringe.", 'cringe'],
  ['Tone: warm.', 'warm'],
  ['Use a pun!', 'pun'],
  ['Thx!', 'thx'],
]
const OF_ORDERS = /caption|write|smth|linkedin|facebook|insta|gimme|could u|looking for|i need|we need|create/u

describe('any order', () => {
  it('leaves its facts on Facebook, and neither itself nor a secret anywhere', async () => {
    const brief = fc.record({
      order: fc.constantFrom(...ORDERS),
      topic: fc.constantFrom(...TOPICS),
      facts: fc.subarray(FACTS, { minLength: 1, maxLength: 4 }),
      wishes: fc.subarray([...WISHES], { maxLength: 3 }),
      isFirst: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(brief, async ({ order, topic, facts, wishes, isFirst }) => {
        const ordered = `${order} ${topic}, ${facts.join(', ')}.`
        const wished = wishes.map(([wish]) => wish).join(' ')
        const captions = await captionsOf({ prompt: isFirst ? `${wished} ${ordered}` : `${ordered} ${wished}` })
        for (const fact of [topic.replace(/^(?:our|my|the) /u, ''), ...facts])
          expect(flat(captions.facebook)).toContain(fact.toLowerCase())
        for (const caption of Object.values(captions)) {
          expect(flat(caption)).not.toMatch(OF_ORDERS)
          for (const [, never] of wishes) expect(flat(caption)).not.toContain(never)
        }
      }),
      { numRuns: 150 },
    )
  })
})
