import type {
  Bounds,
  FileRules,
  Listed,
  MediaType,
  MimeType,
  PostOptions,
  PostType,
  PublishingRules,
} from '@powerpost/contract'
import { CAPTION_RULES, MEDIA_RULES, PLATFORM_OF_POST_TYPE, POST_TYPES, PUBLISHING_RULES } from '@powerpost/contract'
import { describe, expect, it } from 'vitest'
import type { StoredFacts } from '#db/types.ts'
import type { MediumToPost } from '#features/media/index.ts'
import type { PlacedMedium } from '../placed-medium.ts'
import type { ItemToCheck } from './finding.ts'
import { preflightItem, preflightItems } from './preflight-items.ts'
import { KINDS } from './words.ts'

const PICTURE: MediumToPost = {
  id: '0199a1b2-0000-7000-8000-000000000001',
  isThere: true,
  type: 'image',
  mimeType: 'image/jpeg',
  size: 200_000,
  width: 1080,
  height: 1350,
  durationSeconds: undefined,
  facts: { color: { bit_depth: 8, hdr: false } },
}
const UPRIGHT = { width: 1080, height: 1920 }
const VIDEO: MediumToPost = {
  ...PICTURE,
  ...UPRIGHT,
  type: 'video',
  mimeType: 'video/mp4',
  size: 10_000_000,
  durationSeconds: 30,
  facts: {
    video_codec: 'h264',
    frame_rate: 30,
    has_audio: true,
    audio_codec: 'aac',
    audio_sample_rate: 48_000,
    audio_channels: 2,
    color: { bit_depth: 8, chroma_subsampling: '4:2:0', hdr: false },
    square_pixels: true,
    index_first: true,
    has_edit_list: false,
  },
}

function fittingMedium(postType: PostType, type: MediaType): MediumToPost {
  if (type === 'video') return VIDEO
  return postType.endsWith('story') ? { ...PICTURE, ...UPRIGHT } : PICTURE
}

/** What a person chooses. */
function chosen(required: PublishingRules['requiredOptions']): PostOptions {
  const names = required?.names ?? []
  return Object.fromEntries(names.map((name) => [name, name === 'privacy_level' ? 'SELF_ONLY' : false]))
}

/** An item that breaks no rule. */
function fittingItem(postType: PostType): ItemToCheck {
  const { text, title, needs, images, requiredOptions } = PUBLISHING_RULES[postType]
  const medium = fittingMedium(postType, images ? 'image' : 'video')
  return {
    postType,
    content: text ? 'Dark mode is here.' : '',
    title: title && 'Dark mode',
    options: chosen(requiredOptions),
    media: needs === 'media' ? [medium] : [],
    fit: 'none',
  }
}

/** A way to break one rule of a post type, and what is to be said of it. */
interface Break {
  readonly name: string
  readonly rule: string
  readonly path: string
  readonly change: Partial<ItemToCheck>
  readonly tolerated?: boolean | undefined
}

function breaksOf(postType: PostType): Break[] {
  const rules = PUBLISHING_RULES[postType]
  const platform = PLATFORM_OF_POST_TYPE[postType]
  return [
    ...breaksOfTexts(rules, CAPTION_RULES[platform].hashtags.max, 'forbidden' in CAPTION_RULES[platform]),
    ...breaksOfOptions(postType, rules),
    ...breaksOfKinds(postType, rules),
    ...breaksOfFiles(postType, rules.images, 'image'),
    ...breaksOfFiles(postType, rules.videos, 'video'),
    ...breaksOfDescriptions(postType, rules.images, 'image'),
    ...breaksOfDescriptions(postType, rules.videos, 'video'),
  ]
}

function breaksOfTexts({ text, title, hashtags }: PublishingRules, best: number, forbids: boolean): Break[] {
  const content = (name: string, rule: string, value: string, tolerated = false): Break => {
    return { name, rule, path: 'content', change: { content: value }, tolerated }
  }
  const tags = (count: number) => Array.from({ length: count }, (_, index) => `#t${index}`).join(' ')
  if (!text) return [content('a text', 'text_shown', 'Nobody sees this.', true)]
  const broken = [
    content('a text that is too long', 'text_length', 'a'.repeat(text.max + 1)),
    content('more hashtags than read well', 'hashtags', tags(best + 1), true),
  ]
  if (hashtags) {
    const { max, tolerated } = hashtags
    broken.push(content('more hashtags than are taken', 'hashtags', tags(max + 1), tolerated))
    broken.push(content('the same, glued together', 'hashtags', tags(max + 1).replaceAll(' ', ''), tolerated))
  }
  if (forbids) broken.push(content('a text with what is not taken', 'characters', '1 < 2'))
  if (!title) return broken
  const titled = (name: string, rule: string, value: string): Break => {
    return { name, rule, path: 'title', change: { title: value } }
  }
  broken.push(titled('a title that is too long', 'title_length', 'a'.repeat(title.max + 1)))
  if (title.required) broken.push(titled('no title', 'title', ' '))
  if (forbids) broken.push(titled('a title with what is not taken', 'characters', '2 > 1'))
  if (title.oneLine) broken.push(titled('a title of several lines', 'characters', 'a\nb\u2028c\u0007'))
  return broken
}

function breaksOfOptions(postType: PostType, { requiredOptions, tags, linkPreview }: PublishingRules): Break[] {
  const broken: Break[] = []
  for (const name of requiredOptions?.names ?? []) {
    const change = { options: { ...chosen(requiredOptions), [name]: undefined } }
    broken.push({ name: `no ${name}`, rule: name, path: `options.${name}`, change })
  }
  if (tags) {
    // 25 of 20 characters have 24 commas between them.
    const options = { tags: Array.from({ length: 25 }, () => 'a'.repeat(20)) }
    broken.push({ name: 'too many tags', rule: 'tags', path: 'options.tags', change: { options } })
  }
  if (linkPreview) {
    const change = { options: { link: 'https://example.com' }, media: [fittingMedium(postType, 'image')] }
    broken.push({ name: 'a link with media', rule: 'link', path: 'options.link', change, tolerated: true })
  }
  return broken
}

function breaksOfKinds(postType: PostType, { needs, images, videos, mixed }: PublishingRules): Break[] {
  const [picture, video] = [fittingMedium(postType, 'image'), fittingMedium(postType, 'video')]
  const media = (name: string, rule: string, value: readonly MediumToPost[], tolerated = false): Break => {
    return { name, rule, path: 'media_ids', change: { media: value }, tolerated }
  }
  const many = (medium: MediumToPost, count: number) => Array.from({ length: count }, () => medium)
  const broken: Break[] = []
  if (needs === 'media') broken.push(media('no media', 'media', []))
  else broken.push({ name: 'nothing', rule: 'text_or_media', path: 'content', change: { content: ' ' } })
  for (const [rules, medium] of [
    [images, picture],
    [videos, video],
  ] as const) {
    const kind = KINDS[medium.type][1]
    if (!rules) broken.push(media(`${kind} alone`, 'media_type', [medium]))
    else broken.push(media(`too many ${kind}`, 'media_count', many(medium, rules.count.max + 1), rules.count.tolerated))
  }
  if (mixed) {
    broken.push(media('too many together', 'media_count', [...many(picture, mixed.max), video]))
  } else if (images && videos) {
    broken.push(media('both kinds', 'media_mixed', [picture, video]))
  }
  return broken
}

function breaksOfFiles(postType: PostType, rules: FileRules | undefined, type: MediaType): Break[] {
  if (!rules) return []
  const medium = fittingMedium(postType, type)
  const file = (name: string, rule: string, change: Partial<MediumToPost>, tolerated?: boolean): Break => ({
    name: `a ${KINDS[type][0]} ${name}`,
    rule,
    path: 'media_ids[0]',
    change: { media: [{ ...medium, ...change }] },
    tolerated,
  })
  const beyond = ({ rule, bounds, change, less = (value) => value - 1, more = (value) => value + 1 }: Beyond) => [
    ...(bounds?.min ? [file(`under its ${rule}`, rule, change(less(bounds.min)), bounds.tolerated)] : []),
    ...(bounds?.max ? [file(`over its ${rule}`, rule, change(more(bounds.max)), bounds.tolerated)] : []),
  ]
  const ratio = medium.width / medium.height
  const byTwoPercent = { less: (value: number) => value * 0.98, more: (value: number) => value * 1.02 }
  const shape = { rule: 'aspect_ratio', change: shaped, ...byTwoPercent }
  const { allowed } = rules.formats
  const other: MimeType | undefined = MEDIA_RULES[type].mimeTypes.find((mimeType) => !allowed.includes(mimeType))
  return [
    ...(other ? [file('of another format', 'format', { mimeType: other })] : []),
    file('that was deleted', 'media_deleted', { isThere: false }),
    ...beyond({ rule: 'file_size', bounds: rules.size, change: (size) => ({ size }), ...byTwoPercent }),
    // The other side is such that nothing is wrong with it, nor with the shape.
    ...beyond({
      rule: 'width',
      bounds: rules.width,
      change: (width) => ({ width, height: rules.height?.min ?? Math.round(width / ratio) }),
    }),
    ...beyond({
      rule: 'height',
      bounds: rules.height,
      change: (height) => ({ height, width: rules.width?.min ?? Math.round(height * ratio) }),
    }),
    ...beyond({ ...shape, bounds: rules.ratio }),
    ...beyond({ ...shape, bounds: rules.bestRatio }),
    ...beyond({
      rule: 'duration',
      bounds: rules.seconds,
      change: (durationSeconds) => ({ durationSeconds }),
      ...byTwoPercent,
    }),
    ...breaksOfEncoding(rules, medium).map(({ rule, name, facts, tolerated }) =>
      file(name, rule, { facts: facts && { ...medium.facts, ...facts } }, tolerated),
    ),
  ]
}

function breaksOfDescriptions(postType: PostType, rules: FileRules | undefined, type: MediaType): Break[] {
  if (!rules) return []
  const medium = fittingMedium(postType, type)
  const { altText, cover } = rules
  const said = (name: string, field: string, change: Partial<PlacedMedium>, tolerated?: boolean): Break => ({
    name: `a ${KINDS[type][0]} ${name}`,
    rule: field,
    path: `media[0].${field}`,
    change: { media: [{ ...medium, ...change }] },
    tolerated,
  })
  const described = altText
    ? said('whose alt text is too long', 'alt_text', { altText: 'a'.repeat(altText.max + 1) }, altText.tolerated)
    : said('with an alt text that is not taken', 'alt_text', { altText: 'A loaf' }, true)
  if (type === 'image') return [described]
  const covers = { moment: { seconds: 1 }, picture: { picture: PICTURE } } as const
  const taken: readonly string[] = cover?.kinds ?? []
  return [
    described,
    ...(['moment', 'picture'] as const)
      .filter((kind) => !taken.includes(kind))
      .map((kind) => said(`with a ${kind} as a cover that is not taken`, 'cover', { cover: covers[kind] }, true)),
    ...(taken.includes('moment') ? [said('with a cover after its end', 'cover', { cover: { seconds: 100_000 } })] : []),
    ...(taken.includes('picture')
      ? [said('whose cover was deleted', 'cover', { cover: { picture: { ...PICTURE, isThere: false } } })]
      : []),
  ]
}

/** What breaks each rule of how a file is encoded. */
function breaksOfEncoding({ encoding }: FileRules, medium: MediumToPost): EncodingBreak[] {
  if (!encoding) return []
  const { videoCodecs, audioCodecs, frameRate, sampleRate, audioChannels, chroma } = encoding
  const unknown: EncodingBreak = {
    rule: 'encoding',
    name: 'of which that is not known',
    facts: undefined,
    tolerated: true,
  }
  if (medium.type === 'image') {
    const several: EncodingBreak = {
      rule: 'multi_picture',
      name: 'with others behind it',
      facts: { multi_picture: true },
      tolerated: true,
    }
    return [unknown, ...(encoding.singlePicture ? [several] : [])]
  }
  const listed = (rule: string, rules: Listed | undefined, facts: StoredFacts): EncodingBreak[] =>
    rules ? [{ rule, name: `with another ${rule}`, facts, tolerated: rules.tolerated }] : []
  const bounded = (
    rule: string,
    bounds: Bounds | undefined,
    toFacts: (value: number) => StoredFacts,
  ): EncodingBreak[] => [
    ...(bounds?.min
      ? [{ rule, name: `under its ${rule}`, facts: toFacts(bounds.min - 1), tolerated: bounds.tolerated }]
      : []),
    ...(bounds?.max
      ? [{ rule, name: `over its ${rule}`, facts: toFacts(bounds.max + 1), tolerated: bounds.tolerated }]
      : []),
  ]
  const color = { bit_depth: 10, chroma_subsampling: '4:2:0', transfer: 'pq', hdr: true }
  const hdr: EncodingBreak = { rule: 'dynamic_range', name: 'in HDR', facts: { color }, tolerated: true }
  const end: EncodingBreak = {
    rule: 'file_layout',
    name: 'to be streamed',
    facts: { index_first: false },
    tolerated: true,
  }
  const wide: EncodingBreak = { rule: 'pixel_aspect_ratio', name: 'of wide pixels', facts: { square_pixels: false } }
  return [
    unknown,
    ...(videoCodecs
      ? listed('video_codec', videoCodecs, { video_codec: 'theora' })
      : [
          {
            rule: 'video_codec',
            name: 'in a codec it does not name',
            facts: { video_codec: 'theora' },
            tolerated: true,
          },
        ]),
    ...listed('audio_codec', audioCodecs, { audio_codec: 'opus' }),
    ...listed('chroma_subsampling', chroma, { color: { bit_depth: 8, chroma_subsampling: '4:4:4', hdr: false } }),
    ...bounded('frame_rate', frameRate, (frame_rate) => ({ frame_rate })),
    ...bounded('audio_sample_rate', sampleRate, (audio_sample_rate) => ({ audio_sample_rate })),
    ...bounded('audio_channels', audioChannels, (audio_channels) => ({ audio_channels })),
    ...(encoding.squarePixels ? [wide] : []),
    ...(encoding.plainLayout ? [end] : []),
    ...(encoding.hdr ? [] : [hdr]),
  ]
}

interface EncodingBreak {
  readonly rule: string
  readonly name: string
  readonly facts: StoredFacts | undefined
  readonly tolerated?: boolean | undefined
}

interface Beyond {
  readonly rule: string
  readonly bounds: Bounds | undefined
  readonly change: (value: number) => Partial<MediumToPost>
  readonly less?: (value: number) => number
  readonly more?: (value: number) => number
}

/** Large enough for everything, in a shape. */
function shaped(ratio: number): Partial<MediumToPost> {
  return ratio < 1 ? { width: 1900 * ratio, height: 1900 } : { width: 1900, height: 1900 / ratio }
}

describe.each(POST_TYPES)('%s', (postType) => {
  const item = fittingItem(postType)

  it('has no problem when it fits, with a picture or a video alike', () => {
    const { images, videos } = PUBLISHING_RULES[postType]
    expect(preflightItem(item, 0).problems).toEqual([])
    if (images) expect(preflightItem({ ...item, media: [fittingMedium(postType, 'image')] }, 0).problems).toEqual([])
    if (videos) expect(preflightItem({ ...item, media: [fittingMedium(postType, 'video')] }, 0).problems).toEqual([])
  })

  it.each(breaksOf(postType))('reports $name, and nothing else', ({ rule, path, change, tolerated }) => {
    const { problems } = preflightItem({ ...item, ...change }, 0)
    expect(problems).toEqual([
      expect.objectContaining({
        item: 0,
        post_type: postType,
        path: `items[0].${path}`,
        severity: tolerated ? 'warning' : 'error',
        rule,
        limit: expect.anything(),
        actual: expect.anything(),
        message: expect.stringMatching(/^[A-Z].*\.$/),
      }),
    ])
  })
})

it('what is said of each broken rule is as reviewed', async () => {
  const lines = POST_TYPES.flatMap((postType) =>
    breaksOf(postType).map(({ name, change }) => {
      const [problem] = preflightItem({ ...fittingItem(postType), ...change }, 0).problems
      const fix = problem?.fix ? `\n  fix: ${problem.fix.fit}` : ''
      return `${postType}, ${name}\n  ${problem?.severity} ${problem?.rule}: ${problem?.message}${fix}`
    }),
  )
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('preflight-messages.txt')
})

describe('a problem', () => {
  it('names the item and the field it is of', async () => {
    const long = { ...fittingItem('x-post'), content: 'a'.repeat(312) }
    const square = { ...PICTURE, height: 1080 }
    const tall = { ...PICTURE, ...UPRIGHT }
    const feed = { ...fittingItem('instagram-feed'), media: [square, tall] }
    expect((await preflightItems([fittingItem('linkedin-post'), long, feed])).problems).toEqual([
      {
        item: 1,
        post_type: 'x-post',
        path: 'items[1].content',
        severity: 'error',
        rule: 'text_length',
        limit: 280,
        actual: 312,
        message: 'A post on X takes at most 280 characters, as X counts them, and this has 312. Shorten it by 32.',
        source: 'https://docs.x.com/resources/fundamentals/counting-characters',
      },
      expect.objectContaining({ item: 2, path: 'items[2].media_ids[1]', limit: '3:4 to 1.91:1', actual: '9:16' }),
    ])
  })

  it('is none at a limit that is missed by less than anyone sees', async () => {
    const reel = { ...fittingItem('instagram-reel'), media: [{ ...VIDEO, durationSeconds: 2.999999999 }] }
    expect((await preflightItems([reel])).problems).toEqual([])
    const film = { ...VIDEO, facts: { ...VIDEO.facts, frame_rate: 23.976 } }
    expect(preflightItem({ ...fittingItem('facebook-reel'), media: [film] }, 0).problems).toEqual([])
  })

  it('has figures that people read', async () => {
    const long = { ...fittingItem('instagram-reel'), media: [{ ...VIDEO, durationSeconds: 900.123456 }] }
    expect(preflightItem(long, 0).problems).toMatchObject([{ rule: 'duration', limit: 900, actual: 900.13 }])
  })

  it('is a warning for a portrait of 3:4 on Instagram, and an error beyond it', async () => {
    const feed = (height: number) => ({
      ...fittingItem('instagram-feed'),
      media: [{ ...PICTURE, width: 1080, height }],
    })
    expect(preflightItem(feed(1440), 0).problems).toMatchObject([
      { severity: 'warning', actual: '3:4', limit: 'at least 4:5' },
    ])
    expect(preflightItem(feed(1480), 0).problems).toMatchObject([{ severity: 'error', limit: '3:4 to 1.91:1' }])
  })

  it('is none where a side was rounded to whole pixels', () => {
    const feed = fittingItem('instagram-feed')
    for (const [width, height] of [
      [1079, 1350],
      [1080, 565],
    ] as const) {
      expect(preflightItem({ ...feed, media: [{ ...PICTURE, width, height }] }, 0).problems).toEqual([])
    }
  })

  it('is none of tags that are as long as YouTube takes them, and one with quotes around those with a space', () => {
    const short = fittingItem('youtube-short')
    const tags = Array.from({ length: 25 }, (_, index) => 'a'.repeat(index === 0 ? 20 : 19))
    expect(preflightItem({ ...short, options: { tags } }, 0).problems).toEqual([])
    expect(
      preflightItem({ ...short, options: { tags: [...tags.slice(1), `a ${'a'.repeat(16)}`] } }, 0).problems,
    ).toEqual([])
    expect(
      preflightItem({ ...short, options: { tags: [...tags.slice(1), `a ${'a'.repeat(17)}`] } }, 0).problems,
    ).toHaveLength(1)
  })
})

it('others get their turn between two items', async () => {
  const item = fittingItem('x-post')
  const done = preflightItems([item, item, item]).then(() => 'done')
  const turn = new Promise((resolve) => setImmediate(resolve, 'turn'))
  expect(await Promise.race([done, turn])).toBe('turn')
})
