import type { Platform } from '@powerpost/contract'
import { findHashtags, measureText, PLATFORMS } from '@powerpost/contract'
import { createPostRequestSchema } from '@powerpost/contract/schemas'
import { preflightItem } from '../src/features/posts/preflight/preflight-items.ts'
import { findJsonExcess } from '../src/http/bound-json.ts'
import { decodeUtf8 } from '../src/http/decode-utf8.ts'
import { refuseLoneSurrogates } from '../src/http/refuse-lone-surrogates.ts'
import { checkCaption } from '../src/models/check-caption.ts'
import { fitCaption } from '../src/models/fit-caption.ts'
import type { Figures } from './environment.ts'
import { milliseconds } from './environment.ts'

/** The most that a text of a post may hold, and a tenth of it. */
const SIZES = [6_000, 60_000] as const
const RUNS = 5

/** What functions that look back, or start again at each character, take long for. */
const PIECES = {
  'links and hashtags': 'a.co #b ',
  'glued links': 'a.co/(b)é',
  labels: 'a_b.',
  brackets: 'a.co/((b',
  'glued hashtags': '#1a',
  signs: '##',
  letters: 'é',
  'an address': 'a@',
  punctuation: ', ',
  blanks: ' \n',
  emoji: '👨‍👩‍👧‍👦',
  marks: 'e\u0301',
  sentences: 'Dr. A said so. ',
} as const

const ITEM = { title: undefined, options: {}, media: [], fit: 'auto' } as const

const READERS = {
  'counted, X': (text) => measureText(text, 'x_weighted'),
  'hashtags, six platforms': (text) => PLATFORMS.map((platform) => findHashtags(text, platform)),
  'preflight, an item of X': (text) => preflightItem({ ...ITEM, postType: 'x-post', content: text }, 0),
  'preflight, an item of YouTube': (text) => preflightItem({ ...ITEM, postType: 'youtube-video', content: text }, 0),
  'caption checked, six platforms': (text) =>
    PLATFORMS.map((platform) => checkCaption(captionOf(platform, text), 'Go')),
  'caption fitted, six platforms': (text) => PLATFORMS.map((platform) => fitCaption(captionOf(platform, text), 'Go')),
  'body read and parsed': (text) => {
    const body = decodeUtf8(Buffer.from(JSON.stringify({ items: [{ post_type: 'x-post', content: text }] })))
    findJsonExcess(body)
    const value: unknown = JSON.parse(body)
    refuseLoneSurrogates(value)
    createPostRequestSchema.safeParse(value)
  },
} satisfies Record<string, (text: string) => unknown>

function captionOf(platform: Platform, text: string) {
  return platform === 'youtube'
    ? { platform, caption: { title: text, description: text } }
    : { platform, caption: text }
}

/** How long it takes to read the longest text of the worst kind, and how much longer a character takes than in a tenth of it. */
export function measureTexts(): Figures {
  return Object.fromEntries(
    Object.entries(READERS).map(([name, read]) => {
      const kinds = Object.entries(PIECES).map(([kind, piece]) => ({ kind, ...measureKind(read, piece) }))
      const slowest = kinds.toSorted((a, b) => b.long - a.long)[0]
      const steepest = kinds.toSorted((a, b) => b.ratio - a.ratio)[0]
      return [
        `text of 60 kB ${name}`,
        `${milliseconds(slowest?.long ?? 0)} (${slowest?.kind}); a character ${steepest?.ratio.toFixed(1)} times as long as in 6 kB (${steepest?.kind})`,
      ]
    }),
  )
}

function measureKind(read: (text: string) => unknown, piece: string): { long: number; ratio: number } {
  const [short, long] = SIZES.map((size) => fastest(read, piece.repeat(Math.floor(size / piece.length))))
  const [fewer, more] = SIZES
  return { long: long ?? 0, ratio: (long ?? 0) / more / ((short ?? 1) / fewer) }
}

function fastest(read: (text: string) => unknown, text: string): number {
  const times = Array.from({ length: RUNS }, (_, run) => {
    // Another text each time: nothing is to be remembered.
    const another = `${text} ${run}`
    const startedAt = performance.now()
    read(another)
    return performance.now() - startedAt
  })
  return Math.min(...times)
}
