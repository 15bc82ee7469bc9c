import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askQuestions } from './ask-questions.ts'

const short = (prompt: string, max = 9) =>
  askQuestions(prompt, max).map(({ text, category, recent }) => `${category}${recent ? ' recent' : ''}: ${text}`)

describe('the questions of a prompt', () => {
  test('are the prompt itself, its key words, its names and its sentences', () => {
    const prompt = 'Announce the new cold brew of Blue Bottle in glass. It is out in Kyoto, from “First of May” on!'
    expect(short(prompt)).toEqual([
      `general: ${prompt}`,
      'news: cold brew Blue Bottle glass Kyoto First',
      'general recent: cold brew Blue Bottle glass Kyoto First',
      'general: First of May',
      'general: Blue Bottle',
      'general: Announce the new cold brew of Blue Bottle in glass.',
      'general: It is out in Kyoto, from “First of May” on!',
    ])
    expect(short(prompt, 1)).toEqual([`general: ${prompt}`])
  })

  test('hold none of the caller’s addresses, and tags as words', () => {
    const prompt = 'See https://shop.example.com/x?token=1 or www.example.org, write to me@example.com #ColdBrew @blue'
    expect(short(prompt, 1)).toEqual(['general: See or write to ColdBrew blue'])
    expect(short('https://example.com')).toEqual([])
  })

  test.for([
    '新しいコールドブリューを発売します',
    'قهوة باردة جديدة في المتجر',
    'Neue Röstung aus Äthiopien',
    'Новый кофе из Эфиопии',
  ])('are several in any language: %s', (prompt) => expect(askQuestions(prompt, 4).length).toBeGreaterThanOrEqual(3))

  test('are short, different, and no more than asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), fc.integer({ min: 1, max: 5 }), (prompt, max) => {
        const questions = short(prompt, max)
        expect(questions.length).toBeLessThanOrEqual(max)
        expect(new Set(questions).size).toBe(questions.length)
        for (const { text } of askQuestions(prompt, max)) expect(text.length).toBeLessThanOrEqual(200)
      }),
    )
  })
})
