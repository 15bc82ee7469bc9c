import type { Platform, Warning } from '@powerpost/contract'
import { findHashtags } from '@powerpost/contract'
import { describe, expect, it } from 'vitest'
import { behave } from '../../../test/fake-models/index.ts'
import { createBuiltInTextModel } from '../built-in/index.ts'
import type { Brief, PlatformCaption, TextModel } from '../port.ts'
import { keepRules, splitTags } from '../rules/index.ts'
import { createFake } from './test-kit.ts'

interface Said {
  readonly platform: Platform
  /** All of it, title included. */
  readonly all: string
  /** The text without its hashtags. */
  readonly body: string
  readonly tags: readonly string[]
}

type Rule = readonly [style: string, holds: (said: Said) => boolean, how?: 'by its writer alone']

const WRITER = 'by its writer alone'
const EMOJI = /\p{Emoji_Presentation}/gu
const countEmoji = (text: string) => text.match(EMOJI)?.length ?? 0
const countWords = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.:/-]*/gu)?.length ?? 0
const countSentences = (text: string) =>
  text.match(/[^.!?\n]+(?:[.!?]+(?=\s|$)|\n|$)/gu)?.filter((one) => /\p{L}/u.test(one)).length ?? 0
const endsWithQuestion = ({ body }: Said) => body.trim().endsWith('?')

/** What a style says, and whether a caption follows it. */
const RULES: readonly Rule[] = [
  ['No emojis.', ({ all }) => countEmoji(all) === 0],
  ['Use emojis sparingly.', ({ all }) => countEmoji(all) <= 3],
  ['One emoji at most.', ({ all }) => countEmoji(all) <= 1],
  ['At least one emoji.', ({ all }) => countEmoji(all) > 0, WRITER],
  ['Lots of emojis.', ({ all }) => countEmoji(all) > 0, WRITER],
  ['No hashtags.', ({ tags }) => tags.length === 0],
  ['At most 2 hashtags.', ({ tags }) => tags.length <= 2],
  ['Never use more than 3 hashtags.', ({ tags }) => tags.length <= 3],
  ['Exactly one hashtag.', ({ tags }) => tags.length === 1, WRITER],
  ['Always use the hashtag #CopperPot.', ({ tags }) => tags.includes('#CopperPot')],
  ['Never use #Sale.', ({ tags }) => !tags.includes('#Sale')],
  ['Hashtags in lower case.', ({ tags }) => tags.every((tag) => tag === tag.toLowerCase())],
  ['No exclamation marks.', ({ all }) => !all.includes('!')],
  ['No semicolons.', ({ all }) => !all.includes(';')],
  ['No em dashes.', ({ all }) => !/[—–]/u.test(all)],
  ['No ellipses.', ({ all }) => !/…|\.\.\./u.test(all)],
  ['No ampersands.', ({ all }) => !all.replace(/https?:\S+/gu, '').includes('&')],
  ['No quotation marks.', ({ all }) => !/["“”]/u.test(all)],
  ['No parentheses.', ({ all }) => !/[()]/u.test(all)],
  ['All lower case.', ({ body }) => body === body.toLowerCase()],
  [
    'All caps.',
    ({ body }) => body.replace(/https?:\S+|@\S+/gu, '') === body.replace(/https?:\S+|@\S+/gu, '').toUpperCase(),
  ],
  ['Sentence case only.', ({ body }) => !/\p{Lu}{5}/u.test(body)],
  ['British spelling.', ({ all }) => !/\bcolor/iu.test(all)],
  ['American spelling.', ({ all }) => !/\borganise/iu.test(all)],
  ['Never ask questions.', ({ body }) => !body.includes('?')],
  ['End with a question.', endsWithQuestion, WRITER],
  ['Start with a question.', ({ body }) => /^[^.!\n]*\?/u.test(body), WRITER],
  ['Start with an emoji.', ({ body }) => /^\p{Emoji_Presentation}/u.test(body), WRITER],
  ['Start with "Hello Leith."', ({ body }) => body.startsWith('Hello Leith.')],
  ['End with "Stay warm."', ({ body }) => body.trim().endsWith('Stay warm.')],
  ['At most 2 sentences.', ({ body }) => countSentences(body) <= 2],
  ['One sentence only.', ({ body }) => countSentences(body) <= 1],
  ['No more than 12 words.', ({ body }) => countWords(body) <= 12],
  ['At most 120 characters.', ({ body }) => body.length <= 120],
  ['At least 60 words.', ({ body }) => countWords(body) >= 60, WRITER],
  ['Never say "cheap".', ({ all }) => !/cheap/iu.test(all)],
  ['Never use the words journey, revolutionary or unlock.', ({ all }) => !/journey|revolutionary|unlock/iu.test(all)],
  ['Always mention "family-run".', ({ body }) => body.includes('family-run'), WRITER],
  ['No links.', ({ all }) => !all.includes('oven.example')],
  ['Never mention other accounts.', ({ all }) => !/(?<![\w.])@\w/u.test(all)],
  ['One sentence per line.', ({ body }) => !/[.!?] +\p{Lu}/u.test(body)],
  ['One paragraph.', ({ body }) => !body.includes('\n')],
  ['Bullet points.', ({ body }) => /^[-•]/mu.test(body), WRITER],
  ['Write in German.', ({ body }) => /\b(?:und|der|die|das)\b/u.test(body), WRITER],
]

const NAMED = RULES.map((rule) => [rule[0], rule] as const)

const PROMPT =
  'Our rye bread is back on Friday — it takes three days and costs 6 euros. List: https://oven.example/list'
/** It breaks nearly every rule there is. */
const DISOBEDIENT = `ROSES and a CHEAP journey!!! 🎉🎉🎉🎉 It is a revolutionary color; organised & (slow) — "really"… The rye bread takes three days.
Who wants some? See https://oven.example/list and @someone. We bake it for you on Friday!`
const TAGS = '#Sale #Rye #Bread #Oven #Slow'

const brief = (instructions: string): Brief => ({
  prompt: PROMPT,
  platforms: ['instagram', 'youtube', 'x'],
  postTypes: ['instagram-feed', 'youtube-video', 'x-post'],
  researchMode: 'regular',
  media: [],
  style: { name: 'Voice', instructions, examples: [] },
})

async function write(model: TextModel, instructions: string) {
  const given = brief(instructions)
  const warnings: Warning[] = []
  const onWarning = (warning: Warning) => void warnings.push(warning)
  const captions: PlatformCaption[] = []
  for await (const caption of model.write(given, { signal: AbortSignal.timeout(20_000), onWarning })) {
    captions.push(keepRules(caption, given, onWarning))
  }
  return { captions: captions.map(toSaid), warnings }
}

function toSaid({ platform, caption }: PlatformCaption): Said {
  const text = typeof caption === 'string' ? caption : caption.description
  const tags = findHashtags(text, platform).map(({ tag }) => tag)
  const all = typeof caption === 'string' ? caption : `${caption.title}\n${caption.description}`
  return { platform, all, body: splitTags(text, platform).body, tags }
}

function expectFollowedOrWarned({ captions, warnings }: Awaited<ReturnType<typeof write>>, [, holds, how]: Rule): void {
  expect(captions).toHaveLength(3)
  for (const said of captions) {
    const isWarned = warnings.some(
      ({ code, platform }) => code === 'rule_not_followed' && (platform === undefined || platform === said.platform),
    )
    expect(holds(said) || isWarned, `${said.platform}: ${said.all}\n${JSON.stringify(warnings)}`).toBe(true)
    // What code can follow is followed, not warned of.
    if (how === undefined) expect(holds(said), `${said.platform}: ${said.all}`).toBe(true)
  }
}

describe('a rule of a style that code can decide is followed or warned of', () => {
  it.each(NAMED)('by a model that disobeys: %s', async (_, rule) => {
    const says = {
      instagram: `${DISOBEDIENT}\n\n${TAGS}`,
      youtube: { title: 'The rye bread takes three days', description: `${DISOBEDIENT}\n\n${TAGS}` },
      x: `${DISOBEDIENT.replace('for you ', '')} ${TAGS}`,
    }
    const { model, server } = await createFake('openai-compatible', behave.answer(JSON.stringify(says)))
    expectFollowedOrWarned(await write(model, rule[0]), rule)
    expect(server.requests.length).toBeLessThanOrEqual(2)
  })

  it.each(NAMED)('by the built-in model: %s', async (_, rule) => {
    expectFollowedOrWarned(await write(createBuiltInTextModel(), rule[0]), rule)
  })

  it('of forty and more', () => {
    expect(RULES.length).toBeGreaterThanOrEqual(40)
  })
})
