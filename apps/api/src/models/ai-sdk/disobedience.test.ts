import type { Platform, Warning } from '@powerpost/contract'
import { describe, expect, it } from 'vitest'
import { behave, INPUT_TOKENS, OUTPUT_TOKENS } from '../../../test/fake-models/index.ts'
import type { Brief, Captions, ModelUsage } from '../port.ts'
import { keepRules } from '../rules/index.ts'
import { createFake } from './test-kit.ts'

const PROMPT =
  'Write a post about our rye bread, but do not mention the price of 6.80 euros. Bread list: https://oven.example/list'
const BRIEF: Brief = {
  prompt: PROMPT,
  platforms: ['instagram', 'youtube', 'x'],
  postTypes: ['instagram-feed', 'youtube-video', 'x-post'],
  researchMode: 'regular',
  media: [],
}
const GOOD = {
  instagram: 'Our rye bread takes three days.\n\n#RyeBread',
  youtube: { title: 'How our rye bread is made', description: 'Three days, flour, water, salt.' },
  x: 'Three days for one loaf of rye bread.',
}

type Answer = Record<string, unknown>

interface Case {
  readonly name: string
  /** What the model says instead of good captions. */
  readonly says: Answer | string
  /** What it says when it is asked again. @default the good captions of what it is asked for */
  readonly secondly?: Answer | string
  readonly brief?: Partial<Brief>
  /** What comes of it besides good captions. */
  readonly kept?: Partial<Captions>
  /** Platforms that are asked for again. @default none: one call */
  readonly again?: readonly Platform[]
  readonly warnings?: readonly Partial<Warning>[]
  /** Nothing comes of it. */
  readonly failure?: string
}

const rules = (of: Brief['rules']): Partial<Brief> => ({ rules: of ?? {} })
const long = (word: string) => `${`${word} `.repeat(90).trim()}.`

/** One call: what code can correct. */
const BY_CODE: readonly Case[] = [
  { name: 'a preamble', says: { x: `Here is your caption for X:\n\n${GOOD.x}` } },
  { name: 'a preamble on the same line', says: { x: `Sure! Here's the tweet: ${GOOD.x}` } },
  { name: 'a German preamble', says: { x: `Hier ist deine Bildunterschrift: ${GOOD.x}` } },
  { name: 'a label before it', says: { instagram: `Instagram caption: ${GOOD.instagram}` } },
  { name: 'quotation marks around the whole', says: { x: `"${GOOD.x}"` } },
  { name: 'typographic ones', says: { x: `“${GOOD.x}”` } },
  { name: 'a note to the reader', says: { x: `${GOOD.x}\n\nNote: I kept it under 280 characters.` } },
  { name: 'a count of its words', says: { x: `${GOOD.x}\n(Word count: 8)` } },
  { name: 'bold Markdown', says: { x: 'Three days for **one loaf** of __rye bread__.' } },
  {
    name: 'headings, bullets and rules of Markdown',
    says: { instagram: '## Our rye bread takes three days.\n---\n* flour\n* salt' },
    kept: { instagram: 'Our rye bread takes three days.\n• flour\n• salt' },
  },
  {
    name: 'a link of Markdown',
    says: { x: 'See [the list](https://oven.example/list).' },
    kept: { x: 'See the list: https://oven.example/list.' },
  },
  { name: 'a code fence around a caption', says: { x: `\`\`\`\n${GOOD.x}\n\`\`\`` } },
  { name: 'HTML', says: { x: 'Three days for <b>one loaf</b> of rye&nbsp;bread.' } },
  { name: 'line breaks that are escaped twice', says: { instagram: GOOD.instagram.replaceAll('\n', '\\n') } },
  {
    name: 'a fence of the request',
    says: { x: `<<<0123456789ab brief>>>\n${GOOD.x}\n<<<0123456789ab end of brief>>>` },
  },
  { name: 'hashtags before the words', says: { instagram: '#RyeBread\nOur rye bread takes three days.' } },
  {
    name: 'hashtags in a title, and glued together',
    says: {
      youtube: { title: 'How our #rye bread is made', description: 'Three days, flour, water, salt.\n#Rye#Bread' },
    },
    kept: { youtube: { ...GOOD.youtube, description: 'Three days, flour, water, salt.\n\n#Rye #Bread' } },
  },
  {
    name: 'hashtags without end',
    says: {
      instagram: `${GOOD.instagram.slice(0, 31)}\n\n${Array.from({ length: 40 }, (_, n) => `#Bread${n}a`).join(' ')}`,
    },
    kept: { instagram: expect.stringMatching(/^Our rye bread takes three days\.\n\n(?:#\w+ ?){5}$/u) },
  },
  {
    name: 'more hashtags than the request allows',
    says: { instagram: `${GOOD.instagram} #Bread #Oven` },
    brief: rules({ hashtags: { max: 1 } }),
  },
  { name: 'emoji against the rule', says: { x: `🍞 ${GOOD.x} 🎉` }, brief: rules({ emoji: 'none' }) },
  {
    name: 'exclamation marks against the rule',
    says: { x: GOOD.x.replace('.', '!!!') },
    brief: rules({ exclamationMarks: false }),
  },
  {
    name: 'shouting against the rule',
    says: { x: GOOD.x.toUpperCase() },
    brief: rules({ casing: 'sentence' }),
  },
  {
    name: 'a slogan that is missing',
    says: {},
    brief: { platforms: ['x'], postTypes: ['x-post'], rules: { ending: 'Stay warm.' } },
    kept: { x: `${GOOD.x}\n\nStay warm.` },
  },
  {
    name: 'a call to action that is missing, twice, or in other words',
    says: {
      instagram: `${GOOD.instagram.slice(0, 31)}\n\nORDER NOW\n\n#RyeBread`,
      x: `${GOOD.x} Order now! Order now!`,
    },
    brief: { ctaText: 'Order now!' },
    kept: {
      instagram: 'Our rye bread takes three days.\n\nOrder now!\n\n#RyeBread',
      youtube: { ...GOOD.youtube, description: `${GOOD.youtube.description}\n\nOrder now!` },
      x: `${GOOD.x}\n\nOrder now!`,
    },
  },
  { name: 'an order of the brief printed', says: { x: `Do not mention the price of 6.80 euros. ${GOOD.x}` } },
  { name: 'a link that nobody gave', says: { x: `${GOOD.x} Order at https://invented.example/rye today.` } },
  { name: 'a place to fill in', says: { x: `${GOOD.x} Call [your phone number].` } },
  {
    name: 'signs that YouTube refuses',
    says: { youtube: { title: 'How our rye bread is made', description: 'Flour -> <three days> salt.' } },
    kept: { youtube: { ...GOOD.youtube, description: 'Flour → ‹three days› salt.' } },
  },
  { name: 'control characters', says: { x: `\u0007${GOOD.x}\u200b\u0000`.replace('\u200b', '') } },
  { name: 'platforms nobody asked for', says: { tiktok: 'Bread.', myspace: 'Bread.' } },
  { name: 'the same words on one pair of platforms', says: { instagram: GOOD.x }, kept: { instagram: GOOD.x } },
]

/** Two calls: what only its writer can. The second is about these platforms alone. */
const BY_THE_MODEL: readonly Case[] = [
  { name: 'a caption that is too long', says: { x: long('bread') }, again: ['x'] },
  {
    name: 'a caption that stays too long',
    says: { x: long('bread') },
    secondly: { x: long('loaf') },
    again: ['x'],
    kept: { x: expect.stringMatching(/^(?:loaf ){20,}.*…$/u) },
  },
  { name: 'a platform that is missing', says: { youtube: undefined }, again: ['youtube'] },
  { name: 'an empty caption', says: { x: '  ' }, again: ['x'] },
  { name: 'a refusal as a caption', says: { x: "I'm sorry, but I can't help with that." }, again: ['x'] },
  {
    name: 'another language than was asked for',
    says: { x: 'Drei Tage für ein Brot, und es ist noch warm.' },
    brief: rules({ language: 'en' }),
    again: ['x'],
  },
  {
    name: 'another language than that of a finished text',
    says: { x: 'Drei Tage für ein Brot, und es ist noch warm.' },
    brief: { prompt: 'Our rye bread takes three days, and nobody here is in a hurry about it.' },
    again: ['x'],
  },
  { name: 'nothing but hashtags', says: { x: '#Bread #Rye' }, again: ['x'] },
  {
    name: 'a banned word next to hashtags, that stays',
    says: { x: 'A cheap loaf. #Rye' },
    secondly: { x: 'A cheap loaf. #Rye' },
    brief: rules({ bannedWords: ['cheap'] }),
    again: ['x'],
    kept: { x: 'A cheap loaf.\n\n#Rye' },
    warnings: [{ code: 'rule_not_followed', platform: 'x' }],
  },
  { name: 'a banned word', says: { x: 'A cheap loaf.' }, brief: rules({ bannedWords: ['cheap'] }), again: ['x'] },
  {
    name: 'a banned word that stays',
    says: { x: 'A cheap loaf.' },
    secondly: { x: 'A cheap loaf. Three days.' },
    brief: rules({ bannedWords: ['cheap'] }),
    again: ['x'],
    kept: { x: 'Three days.' },
  },
  {
    name: 'a question against the rule that stays',
    says: { x: 'Hungry?' },
    secondly: { x: 'Hungry?' },
    brief: rules({ questions: false }),
    again: ['x'],
    kept: { x: 'Hungry?' },
    warnings: [{ code: 'rule_not_followed', platform: 'x' }],
  },
  {
    name: 'a secret told',
    says: { x: 'Only 6.80 euros.' },
    secondly: { x: 'Only 6.80 euros. Three days.' },
    again: ['x'],
    kept: { x: 'Three days.' },
  },
  {
    name: 'nothing but an order of the brief',
    says: { x: 'Write a post about our rye bread, but do not mention the price.' },
    again: ['x'],
  },
  {
    name: 'the same words on all platforms',
    says: { instagram: GOOD.x, youtube: { title: 'How our rye bread is made', description: GOOD.x } },
    again: ['x'],
    kept: {
      instagram: GOOD.x,
      youtube: { title: 'How our rye bread is made', description: GOOD.x },
      x: 'Another angle.',
    },
    secondly: { x: 'Another angle.' },
  },
  {
    name: 'the same words on all platforms, again',
    says: { instagram: GOOD.x, youtube: { title: 'How our rye bread is made', description: GOOD.x } },
    secondly: { x: GOOD.x },
    again: ['x'],
    kept: { instagram: GOOD.x, youtube: { title: 'How our rye bread is made', description: GOOD.x } },
    warnings: [{ code: 'rule_not_followed', platform: 'x' }],
  },
]

/** Two calls, and nothing to post: the generation fails, and is refunded. */
const REFUSED: readonly Case[] = [
  {
    name: 'no caption at all',
    says: 'Bread is nice.',
    secondly: 'Bread is nice.',
    again: BRIEF.platforms,
    failure: 'unusable',
  },
  {
    name: 'a refusal, twice',
    says: "I'm sorry, I can't help with that.",
    secondly: "I'm sorry, I can't help with that.",
    again: BRIEF.platforms,
    failure: 'refused',
  },
  {
    name: 'an order printed, twice',
    says: { x: 'Do not mention the price of 6.80 euros' },
    secondly: { x: 'Do not mention the price of 6.80 euros' },
    again: ['x'],
    failure: 'unusable',
  },
]

async function run({ says, secondly, brief: changes, again = [] }: Case) {
  const brief: Brief = { ...BRIEF, ...changes }
  const asked = (platforms: readonly Platform[]) =>
    Object.fromEntries(Object.entries(GOOD).filter(([platform]) => platforms.some((one) => one === platform)))
  const textOf = (said: Answer | string, of: readonly Platform[]) =>
    typeof said === 'string' ? said : JSON.stringify({ ...asked(of), ...said })
  const first = behave.answer(textOf(says, brief.platforms))
  const second = behave.answer(textOf(secondly ?? {}, again))
  const { model, server } = await createFake('openai-compatible', behave.inTurn(first, second))
  const warnings: Warning[] = []
  const captions: Partial<Record<Platform, unknown>> = {}
  let failure: unknown
  const onWarning = (warning: Warning) => void warnings.push(warning)
  let tokens = 0
  const onUsage = ({ inputTokens, outputTokens }: ModelUsage) => void (tokens += inputTokens + outputTokens)
  try {
    for await (const caption of model.write(brief, { signal: AbortSignal.timeout(20_000), onWarning, onUsage })) {
      const kept = keepRules(caption, brief, onWarning)
      captions[kept.platform] = kept.caption
    }
  } catch (error) {
    failure = error instanceof Error && 'failure' in error ? error.failure : error
  }
  return { brief, captions, warnings, failure, tokens, requests: server.requests, asked }
}

describe.each([
  ['corrected by code, in one call', BY_CODE],
  ['written again, for its platform alone', BY_THE_MODEL],
  ['refused', REFUSED],
])('what a model does against its brief is %s:', (_, cases) => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const { brief, captions, warnings, failure, tokens, requests, asked } = await run(one)
    expect(requests).toHaveLength(one.again ? 2 : 1)
    if (one.again) expect(requests[1]?.texts.at(-1)?.match(/^- (\w+):/gmu)).toEqual(one.again.map((of) => `- ${of}:`))
    expect(tokens).toBe(requests.length * (INPUT_TOKENS + OUTPUT_TOKENS))
    expect(failure).toBe(one.failure)
    if (one.failure !== undefined) return
    expect(captions).toEqual({ ...asked(brief.platforms), ...one.kept })
    expect(warnings).toEqual((one.warnings ?? []).map((warning) => expect.objectContaining(warning)))
  })
})

it('the ways that are tried are more than thirty', () => {
  expect([...BY_CODE, ...BY_THE_MODEL, ...REFUSED].length).toBeGreaterThan(30)
})
