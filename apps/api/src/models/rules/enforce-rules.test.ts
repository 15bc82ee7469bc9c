import type { Platform } from '@powerpost/contract'
import { describe, expect, it } from 'vitest'
import { mergeRules } from '#reading/rules/merge-rules.ts'
import type { WritingRules } from '#reading/rules/writing-rules.ts'
import type { PlatformCaption } from '../port.ts'
import { enforceRules } from './enforce-rules.ts'

const on = (platform: Exclude<Platform, 'youtube'>, caption: string): PlatformCaption => ({ platform, caption })

interface Case {
  readonly name: string
  readonly written: string
  readonly rules: WritingRules
  readonly kept: string
  readonly unmet?: readonly string[]
  readonly ctaText?: string
}

const CASES: readonly Case[] = [
  {
    name: 'no emoji',
    written: 'Fresh 🎉 bread 🍞.\n\n#Bread',
    rules: { emoji: 'none' },
    kept: 'Fresh bread.\n\n#Bread',
  },
  {
    name: 'a few emoji',
    written: '🎉 One 🎉 two 🎉 three 🎉 four',
    rules: { emoji: 'few' },
    kept: '🎉 One 🎉 two 🎉 three four',
  },
  {
    name: 'no exclamation marks',
    written: 'Wow! Really?! Yes!!',
    rules: { exclamationMarks: false },
    kept: 'Wow. Really? Yes.',
  },
  { name: 'two hashtags', written: 'Bread.\n\n#A #B #C', rules: { hashtags: { max: 2 } }, kept: 'Bread.\n\n#A #B' },
  { name: 'no hashtags', written: 'Our #Bread.\n\n#A', rules: { hashtags: { max: 0 } }, kept: 'Our Bread.' },
  {
    name: 'a fixed hashtag within the number',
    written: 'Bread.\n\n#A #B',
    rules: { hashtags: { max: 2 }, fixedHashtags: ['#Ours'] },
    kept: 'Bread.\n\n#Ours #A',
  },
  { name: 'a banned hashtag', written: 'Bread.\n\n#A #B', rules: { bannedHashtags: ['#a'] }, kept: 'Bread.\n\n#B' },
  {
    name: 'a banned word',
    written: 'Bread. A game-changer for you.\n\n#GameChanger',
    rules: { bannedWords: ['game-changer', 'game changer'] },
    kept: 'Bread.',
  },
  {
    name: 'a banned word that is all there is',
    written: 'A cheap day',
    rules: { bannedWords: ['cheap'] },
    kept: 'A cheap day',
    unmet: ['bannedWords'],
  },
  {
    name: 'a banned word where only hashtags are left besides',
    written: 'A cheap day.\n\n#Bread #Oven',
    rules: { bannedWords: ['cheap'] },
    kept: 'A cheap day.\n\n#Bread #Oven',
    unmet: ['bannedWords'],
  },
  {
    name: 'a banned word where only the call to action is left besides',
    written: 'A cheap day. Order now!',
    rules: { bannedWords: ['cheap'] },
    kept: 'A cheap day. Order now!',
    ctaText: 'Order now!',
    unmet: ['bannedWords'],
  },
  { name: 'a slogan', written: 'Bread.\n\n#A', rules: { ending: 'Stay warm.' }, kept: 'Bread.\n\nStay warm.\n\n#A' },
  {
    name: 'a slogan before the call to action',
    written: 'Bread.\n\nOrder now\n\n#A',
    rules: { ending: 'Stay warm.' },
    kept: 'Bread.\n\nStay warm.\n\nOrder now\n\n#A',
    ctaText: 'Order now',
  },
  {
    name: 'lower case',
    written: 'Fresh Bread at Lumo.com/A',
    rules: { casing: 'lower' },
    kept: 'fresh bread at Lumo.com/A',
  },
  { name: 'sentence case', written: 'FRESH BREAD. TODAY.', rules: { casing: 'sentence' }, kept: 'Fresh bread. Today.' },
  {
    name: 'a most number of words',
    written: 'One two three. Four five six.\n\n#A',
    rules: { maxLength: { max: 4, unit: 'words' } },
    kept: 'One two three.\n\n#A',
  },
  {
    name: 'no question',
    written: 'We bake at four. Who is with us?',
    rules: { questions: false },
    kept: 'We bake at four.',
  },
  { name: 'no links', written: 'Bread (https://a.example/b) today.', rules: { links: false }, kept: 'Bread today.' },
  {
    name: 'the call to action stays as it is',
    written: 'Bread!\n\nOrder NOW 🎉!',
    rules: { emoji: 'none', exclamationMarks: false, casing: 'lower' },
    kept: 'bread.\n\nOrder NOW 🎉!',
    ctaText: 'Order NOW 🎉!',
  },
  {
    name: 'another language',
    written: 'We are open every day of the week.',
    rules: { language: 'de' },
    kept: 'We are open every day of the week.',
    unmet: ['language'],
  },
]

describe('a caption', () => {
  it.each(CASES)('keeps the rule: $name', ({ written, rules, kept, unmet = [], ctaText }) => {
    const enforced = enforceRules(on('instagram', written), rules, { ctaText, isLast: true })
    expect(enforced.caption).toEqual(on('instagram', kept))
    expect(enforced.unmet.map(({ rule }) => rule)).toEqual(unmet)
    expect(enforceRules(enforced.caption, rules, { ctaText, isLast: true }).caption).toEqual(enforced.caption)
  })

  it('keeps a banned word for its writer to replace, until nobody is asked any more', () => {
    const written = on('x', 'Bread. A game-changer for you.')
    const enforced = enforceRules(written, { bannedWords: ['game-changer'] })
    expect(enforced).toEqual({
      caption: written,
      unmet: [{ rule: 'bannedWords', message: 'It must not say "game-changer".' }],
    })
  })

  it('without rules is left alone', () => {
    expect(enforceRules(on('x', 'a  b ,c!'), {})).toEqual({ caption: on('x', 'a  b ,c!'), unmet: [] })
  })
})

describe('rules', () => {
  it('of a higher layer go before those of a lower one, and lists are joined', () => {
    const brief: WritingRules = { hashtags: { max: 0 }, emoji: 'none', bannedWords: ['cheap'] }
    const brand: WritingRules = {
      emoji: 'many',
      fixedHashtags: ['#Ours'],
      bannedWords: ['Cheap', 'best'],
      fixedWords: ['cheap', 'Lumo'],
      ending: 'Stay warm.',
    }
    expect(mergeRules(brief, undefined, brand)).toEqual({
      hashtags: { max: 0 },
      emoji: 'none',
      bannedWords: ['cheap', 'best'],
      fixedWords: ['Lumo'],
      ending: 'Stay warm.',
    })
  })

  it('of length hold in one of its two forms', () => {
    const most = { max: 20, unit: 'words' } as const
    expect(mergeRules({ maxLength: most }, { length: 'long' })).toEqual({ maxLength: most })
    expect(mergeRules({ length: 'short' }, { maxLength: most })).toEqual({ length: 'short' })
  })
})
