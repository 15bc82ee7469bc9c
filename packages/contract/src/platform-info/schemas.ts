import { z } from 'zod'
import { choiceNameSchema } from '../connections/choices.ts'
import { platformSchema, postTypeSchema } from '../content/terms.ts'
import { mimeTypeSchema } from '../media/schemas.ts'

const source = {
  source: z.string().meta({
    description: "Where the figure was read: an address of the platform's own documentation, or `third parties`.",
    examples: ['https://docs.x.com/x-api/media/quickstart/best-practices'],
  }),
  checked: z.string().meta({ description: 'When it was read: year and month.', examples: ['2026-11'] }),
}

const tolerated = z.boolean().meta({
  description:
    'Whether the platform may accept more all the same, or third parties alone name the figure: preflight warns, and does not refuse.',
})

const sourceSchema = z.object(source).meta({ id: 'RuleSource', description: 'Where a rule was read.' })

const boundsSchema = z
  .object({
    min: z.number().optional().meta({ description: 'The least, inclusive. Absent: none.' }),
    max: z.number().optional().meta({ description: 'The most, inclusive. Absent: none.' }),
    tolerated,
    ...source,
  })
  .meta({ id: 'RuleBounds', description: 'Bounds of a figure.' })

const listedSchema = z
  .object({
    allowed: z.array(z.string()).meta({ description: 'What the platform accepts.' }),
    tolerated,
    ...source,
  })
  .meta({ id: 'RuleList', description: 'Names that a platform accepts.' })

const textRuleSchema = z
  .object({
    max: z.int().positive().meta({ description: 'The longest text, in `unit`.' }),
    unit: z.enum(['utf16', 'utf8_bytes', 'x_weighted']).meta({
      description:
        'How its length is counted. `utf16`: UTF-16 code units. `utf8_bytes`: bytes. `x_weighted`: a link 23, an emoji 2, CJK 2, most others 1.',
    }),
    ...source,
  })
  .meta({ id: 'TextRule', description: 'How long a text can be.' })

const encodingRulesSchema = z
  .object({
    video_codecs: listedSchema.optional().meta({ description: "By FFmpeg's names." }),
    audio_codecs: listedSchema.optional().meta({ description: "By FFmpeg's names." }),
    frame_rate: boundsSchema.optional().meta({ description: 'Frames per second.' }),
    sample_rate: boundsSchema.optional().meta({ description: 'Of the sound, in hertz.' }),
    audio_channels: boundsSchema.optional().meta({ description: 'Channels of the sound.' }),
    chroma: listedSchema.optional().meta({ description: 'Chroma subsampling, e.g. `4:2:0`.' }),
    square_pixels: sourceSchema.optional().meta({ description: 'Present where pixels have to be square.' }),
    plain_layout: sourceSchema.optional().meta({
      description: 'Present where the index has to be at the front of the file, without edit lists.',
    }),
    hdr: sourceSchema.optional().meta({ description: 'Present where high dynamic range is shown as such.' }),
    single_picture: sourceSchema.optional().meta({
      description: 'Present where a JPEG with further pictures behind the first is refused.',
    }),
  })
  .meta({ id: 'EncodingRules', description: 'How files have to be encoded, as far as the platform says it.' })

const fileRulesSchema = z
  .object({
    formats: z
      .object({ allowed: z.array(mimeTypeSchema).meta({ description: 'The media types it accepts.' }), ...source })
      .meta({ description: 'Formats.' }),
    count: boundsSchema.meta({ description: 'How many of them.' }),
    bytes: boundsSchema.optional().meta({ description: 'The size of each file, in bytes.' }),
    width: boundsSchema.optional().meta({ description: 'In pixels.' }),
    height: boundsSchema.optional().meta({ description: 'In pixels.' }),
    ratio: boundsSchema.optional().meta({ description: 'Width divided by height.' }),
    best_ratio: boundsSchema.optional().meta({
      description: 'Width divided by height, where others are cut or framed.',
    }),
    seconds: boundsSchema.optional().meta({ description: 'The length of a video.' }),
    pages: boundsSchema.optional().meta({ description: 'How many pages a document has.' }),
    alt_text: boundsSchema.optional().meta({
      description:
        'The length of a description for people who cannot see it, in UTF-16 code units. Absent: it has none.',
    }),
    cover: z
      .array(z.enum(['moment', 'picture']))
      .optional()
      .meta({ description: 'What a video can show before it plays. Absent: nothing can be chosen.' }),
    encoding: encodingRulesSchema.optional(),
  })
  .meta({ id: 'FileRules', description: 'Which pictures, videos or documents a post type accepts.' })

export const postTypeRulesSchema = z
  .object({
    post_type: postTypeSchema,
    platform: platformSchema,
    text: textRuleSchema.optional().meta({ description: 'Absent where people see no text: a story.' }),
    title: textRuleSchema.optional().meta({ description: 'Absent where it has no title of its own.' }),
    title_required: z.boolean().meta({ description: 'Whether it needs a title.' }),
    first_comment: textRuleSchema
      .optional()
      .meta({ description: 'A comment of the account below its own post. Absent where it takes none.' }),
    hashtags: boundsSchema.optional().meta({ description: 'How many hashtags it takes. Absent: no limit is known.' }),
    per_day: boundsSchema.optional().meta({
      description:
        'How many of these an account can publish by an API in 24 hours. Absent: it is not said, or the platform is asked.',
    }),
    needs: z.enum(['media', 'text or media']).meta({ description: 'What a post cannot be without.' }),
    images: fileRulesSchema.optional().meta({ description: 'Absent where it takes no pictures.' }),
    videos: fileRulesSchema.optional().meta({ description: 'Absent where it takes no videos.' }),
    documents: fileRulesSchema.optional().meta({ description: 'Absent where it takes no documents (PDF).' }),
    mixed: boundsSchema.optional().meta({
      description: 'How many pictures and videos together. Absent where one post cannot have both.',
    }),
    required_option: z
      .string()
      .optional()
      .meta({
        description: 'The first of `required_options`. Absent: none.',
        examples: ['privacy_level'],
        deprecated: true,
      }),
    required_options: z
      .array(z.string())
      .optional()
      .meta({
        description: 'The options that a person has to choose: they have no default. Absent: none.',
        examples: [['privacy_level', 'allow_comment']],
      }),
    options_schema: z.record(z.string(), z.unknown()).meta({
      description: 'The JSON Schema (2020-12) of `options` of an item of this post type.',
    }),
  })
  .meta({ id: 'PostTypeRules', description: 'What a post type accepts, each figure with its source.' })

export const platformInfoSchema = z
  .object({
    platform: platformSchema,
    name: z.string().meta({ description: 'What the platform calls itself.', examples: ['TikTok'] }),
    publishing: z.enum(['ready', 'not_configured', 'sandbox_only']).meta({
      description:
        '`ready`: accounts can be connected. `not_configured`: the operator has to set up an app first, by `settings`. `sandbox_only`: this version publishes to its sandbox only.',
    }),
    settings: z
      .array(z.string())
      .optional()
      .meta({
        description: 'What the operator has to set. Present with `not_configured`.',
        examples: [['POWERPOST_X_CLIENT_ID']],
      }),
    choices: z.array(choiceNameSchema).meta({
      description: 'The lists of `GET /connections/{id}/choices/{name}` that it has. Empty: none.',
      examples: [['categories', 'playlists']],
    }),
    post_types: z.array(postTypeRulesSchema).meta({ description: 'Its post types.' }),
  })
  .meta({ id: 'PlatformInfo', description: 'A platform, and what it accepts.' })

export const platformListSchema = z
  .object({ platforms: z.array(platformInfoSchema).meta({ description: 'All platforms.' }) })
  .meta({ id: 'PlatformList', description: 'All platforms, and what they accept.' })

export const postTypePathSchema = z.object({ post_type: postTypeSchema })

const versionSchema = z
  .object({
    api: z.string().meta({
      description: 'Whose API: `meta` is that of Instagram and Facebook.',
      examples: ['meta'],
    }),
    platforms: z.array(platformSchema).meta({ description: 'The platforms that are reached by it.' }),
    version: z.string().meta({ description: 'The version that this server uses.', examples: ['v26.0'] }),
    setting: z.string().meta({ description: 'The setting that names it.', examples: ['POWERPOST_META_API_VERSION'] }),
    status: z.enum(['supported', 'ending', 'ended', 'unknown']).meta({
      description:
        '`ending`: it ends within 60 days. `ended`: nothing is sent by it any more; the operator has to set another. `unknown`: this release has no date for it.',
    }),
    ends_on: z.iso
      .date()
      .nullable()
      .meta({ description: 'The last day it works on, as its owner announced it. Null: not announced, or unknown.' }),
    newest: z.string().meta({ description: 'The newest version that this release knows.', examples: ['v26.0'] }),
    ...source,
  })
  .meta({ id: 'PlatformVersion', description: 'The version of a platform API that this server uses.' })

export const platformVersionListSchema = z
  .object({ platform_versions: z.array(versionSchema).meta({ description: 'Each API that has versions.' }) })
  .meta({ id: 'PlatformVersionList', description: 'The versions of platform APIs that this server uses.' })

export type FileRulesInfo = z.output<typeof fileRulesSchema>
export type PlatformInfo = z.output<typeof platformInfoSchema>
export type PlatformList = z.output<typeof platformListSchema>
export type PlatformVersionList = z.output<typeof platformVersionListSchema>
export type PostTypeRules = z.output<typeof postTypeRulesSchema>
