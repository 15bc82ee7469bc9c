import { describe, expect, it } from 'vitest'
import type { PlatformCaption } from '#models/port.ts'
import type { EvalBrief } from './briefs.ts'
import { EVAL_BRIEFS } from './briefs.ts'
import type { Written } from './checks.ts'
import { checkWritten } from './checks.ts'
import { renderPage } from './page.ts'
import { renderTable, toFigures } from './report.ts'

const BRIEF: EvalBrief = {
  name: 'bread',
  kind: 'instruction',
  language: 'en',
  prompt: 'Write a post about our bread at https://a.example, never say the price of 6.80.',
  keep: ['bread'],
  forbid: ['write a post'],
  secret: ['6.80'],
  emoji: 'none',
  maxTags: 1,
  noQuestion: true,
  noExclamation: true,
}

const failedOf = (caption: PlatformCaption, brief: EvalBrief = BRIEF) =>
  checkWritten({ brief, captions: [caption], warnings: [] })
    .filter(({ ok, platform }) => !ok && platform !== undefined)
    .map(({ check }) => check)
const on = (caption: string): PlatformCaption => ({ platform: 'x', caption })
const GOOD = 'Our bread comes out of the oven at six every morning: https://a.example #Bread'

describe('the checks of the evaluation', () => {
  it('find nothing wrong with a good caption', () => {
    expect(failedOf(on(GOOD))).toEqual([])
  })

  it.each([
    ['within the limits', `${GOOD} ${'word '.repeat(100)}`],
    ['no order printed', `Write a post about our bread. ${GOOD}`],
    ['no secret published', `Only 6.80. ${GOOD}`],
    ['facts kept', GOOD.replaceAll(/bread/giu, 'loaf')],
    ['links kept', GOOD.replace('https://a.example', '')],
    ['no emoji, where asked', `🎉 ${GOOD}`],
    ['number of hashtags, where asked', `${GOOD} #Oven`],
    ['no question, where asked or sad', `Hungry? ${GOOD}`],
    ['no exclamation mark, where asked', `Yes! ${GOOD}`],
    [
      'in the language of the brief',
      'Unser bread kommt jeden Morgen um sechs aus dem Ofen, und es ist warm: https://a.example',
    ],
    ['hashtags at the end, none twice', `${GOOD} #bread`],
    ['plain text', `**Our** ${GOOD}`],
    ['length that reads well', 'Our bread: https://a.example'],
  ])('find that it is not: %s', (check, caption) => {
    expect(failedOf(on(caption))).toContain(check)
  })

  it('find a title that is cut, or said again', () => {
    const caption = {
      title: 'Our bread comes out of the oven at six…',
      description: `Our bread comes out of the oven at six. ${GOOD}`,
    }
    const failed = failedOf({ platform: 'youtube', caption })
    expect(failed).toEqual(
      expect.arrayContaining(['title that reads well', 'description does not begin with the title']),
    )
  })

  it('find a call to action that stands twice, and captions that are the same on three platforms', () => {
    expect(failedOf(on(`${GOOD} Order now. Order now.`), { ...BRIEF, cta: 'Order now.' })).toContain(
      'call to action, once',
    )
    const captions = (['instagram', 'tiktok', 'x', 'facebook', 'linkedin'] as const).map(
      (platform): PlatformCaption => ({ platform, caption: GOOD }),
    )
    const six: PlatformCaption[] = [
      ...captions,
      { platform: 'youtube', caption: { title: 'Bread', description: GOOD } },
    ]
    const verdicts = checkWritten({ brief: BRIEF, captions: six, warnings: [] })
    expect(verdicts).toContainEqual({ check: 'same words on at most one pair of platforms', ok: false, brief: 'bread' })
  })

  it('are counted in a table next to those of the last run, and shown on a page that holds no markup of a caption', () => {
    const written: Written = { brief: BRIEF, captions: [on(`<b>${GOOD}</b>`)], warnings: [] }
    const figures = toFigures(checkWritten(written))
    expect(renderTable(figures, figures)).toMatch(/facts kept {2,}1 of {4}1 {2}100 % {3}was 100 %/u)
    const page = renderPage([written], new Map([['bread', { x: 2 }]]), 'Captions')
    expect(page).not.toContain('<b>Our')
    expect(page).toContain('judged 2')
  })
})

it('the briefs of the evaluation are sixty, in twenty languages, of many kinds, each once', () => {
  expect(EVAL_BRIEFS).toHaveLength(60)
  expect(new Set(EVAL_BRIEFS.map(({ name }) => name)).size).toBe(60)
  expect(new Set(EVAL_BRIEFS.map(({ language }) => language)).size).toBeGreaterThanOrEqual(20)
  expect(new Set(EVAL_BRIEFS.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(9)
  for (const { prompt, name } of EVAL_BRIEFS) {
    expect([...prompt].length, name).toBeGreaterThanOrEqual(3)
    expect([...prompt].length, name).toBeLessThanOrEqual(500)
  }
})
