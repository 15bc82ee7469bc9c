import fc from 'fast-check'
import twitter from 'twitter-text'
import { describe, expect, it } from 'vitest'
import { findHashtags } from './hashtags.ts'
import type { Platform } from './post-types.ts'

const tagsOf = (text: string, platform?: Platform) => findHashtags(text, platform).map(({ tag }) => tag)

describe('the hashtags of a text', () => {
  it.each<[string, string, Partial<Record<Platform, string[]>>]>([
    [
      'that are glued together',
      'Hi #a#b#c',
      { instagram: ['#a', '#b', '#c'], facebook: ['#a', '#b', '#c'], tiktok: ['#a'], x: [] },
    ],
    ['of figures alone', 'We are #1', { instagram: ['#1'], tiktok: ['#1'], x: [], youtube: [], linkedin: [] }],
    ['with an emoji', '#love❤️ you', { instagram: ['#love❤️'], x: ['#love'], tiktok: ['#love'] }],
    ['behind punctuation', '(#dark)', { instagram: ['#dark'], x: ['#dark'], tiktok: [] }],
    ['with a middle dot', '#l·lum', { x: ['#l·lum'], instagram: ['#l'] }],
    ['that are none: a keycap', '#️⃣ 1', { instagram: [], x: [], facebook: [], tiktok: [] }],
    [
      'that are none: C#, an entity, a fragment',
      'C# &#a; a.co/#b https://a.co/c?d-#e',
      { instagram: [], x: [], youtube: [] },
    ],
    ['in another script', '＃日本 #Öl', { x: ['＃日本', '#Öl'], linkedin: ['＃日本', '#Öl'] }],
  ])('%s', (_, text, expected) => {
    const platforms = Object.keys(expected) as Platform[]
    expect(Object.fromEntries(platforms.map((platform) => [platform, tagsOf(text, platform)]))).toEqual(expected)
  })

  it('are those of twitter-text on X', { timeout: 60_000 }, () => {
    const pieces = '#a #b #1 # ＃日本 ## word é 日 1 _ · \u200D & :// / . , a.co https://a.co/ #️⃣ 😀 \uFE0F'.split(' ')
    const text = fc.array(fc.constantFrom(' ', '\n', ...pieces), { maxLength: 9 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (said) => {
        expect(tagsOf(said, 'x').map((tag) => tag.slice(1))).toEqual(twitter.extractHashtags(said))
      }),
      { numRuns: 3000 },
    )
  })
})
