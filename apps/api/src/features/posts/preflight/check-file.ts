import type { MediumToPost } from '#features/media/index.ts'
import type { Bounds, FileRules, PostType } from '@powerpost/contract'
import { checkEncoding } from './check-encoding.ts'
import type { Finding } from './finding.ts'
import type { Round } from './words.ts'
import {
  KINDS,
  RATIO_SLACK,
  sayBytes,
  sayFormats,
  sayPixels,
  sayRatio,
  saySeconds,
  SUBJECTS,
  sayChannels,
  sayFrameRate,
  sayHertz,
  toHundredths,
} from './words.ts'

interface FileOptions {
  /** Its place among the item's media, from 0. */
  readonly index: number
  readonly postType: PostType
  readonly rules: FileRules
}

/** What is wrong with one file. */
export function checkFile(medium: MediumToPost, options: FileOptions): Finding[] {
  const { postType, rules } = options
  const { encoding } = rules
  const field = `media_ids[${options.index}]`
  const findings = medium.isThere
    ? [
        ...checkFormat(medium, options),
        ...MEASURES.flatMap((measure) => checkMeasure(medium, { ...options, measure })),
        ...(encoding ? checkEncoding(medium, { postType, rules: encoding }) : []),
      ]
    : [DELETED]
  return findings.map((finding) => ({ ...finding, field }))
}

type FileFinding = Omit<Finding, 'field'>

const DELETED: FileFinding = {
  severity: 'error',
  rule: 'media_deleted',
  limit: 'a file',
  actual: 'deleted',
  message: 'The file was deleted. Upload it again and use the new one.',
}

function checkFormat({ mimeType, type }: MediumToPost, { postType, rules: { formats } }: FileOptions): FileFinding[] {
  if (formats.allowed.includes(mimeType)) return []
  const limit = sayFormats(formats.allowed)
  const actual = sayFormats([mimeType])
  const message = `${SUBJECTS[postType]} takes ${KINDS[type][1]} as ${limit}; this one is ${actual}. Convert it, and upload the new file.`
  return [{ severity: 'error', rule: 'format', limit, actual, message, source: formats.source }]
}

interface Measure {
  readonly rule: string
  readonly boundsOf: (rules: FileRules, medium: MediumToPost) => Bounds | undefined
  readonly valueOf: (medium: MediumToPost) => number | undefined
  readonly say: (value: number, round: Round) => string
  /** Behind a figure in a sentence. */
  readonly of?: string
  /** What a figure may be beyond its bounds, as a share of them. @default none */
  readonly slack?: number
  readonly tooLow: string
  readonly tooHigh: string
}

const LARGER = 'Use a larger one.'
const CONVERT = 'Convert it, and upload the new file.'
const SMALLER = 'Make it smaller, and upload the new file.'

const MEASURES: readonly Measure[] = [
  {
    rule: 'file_size',
    boundsOf: ({ size }) => size,
    valueOf: ({ size }) => size,
    say: sayBytes,
    tooLow: 'Use one of better quality.',
    tooHigh: 'Compress it, and upload the new file.',
  },
  {
    rule: 'width',
    boundsOf: ({ width }) => width,
    valueOf: ({ width }) => width,
    say: sayPixels,
    of: ' in width',
    tooLow: LARGER,
    tooHigh: SMALLER,
  },
  {
    rule: 'height',
    boundsOf: ({ height }) => height,
    valueOf: ({ height }) => height,
    say: sayPixels,
    of: ' in height',
    tooLow: LARGER,
    tooHigh: SMALLER,
  },
  {
    rule: 'aspect_ratio',
    boundsOf: ({ ratio, bestRatio }, medium) =>
      ratio && breaks(ratioOf(medium), ratio, RATIO_SLACK) ? ratio : bestRatio,
    valueOf: ratioOf,
    say: sayRatio,
    of: ', width by height',
    slack: RATIO_SLACK,
    tooLow: 'Crop its top or bottom, and upload the new file.',
    tooHigh: 'Crop its sides, and upload the new file.',
  },
  {
    rule: 'duration',
    boundsOf: ({ seconds }) => seconds,
    // A millisecond is nothing: 2.999999999 s is 3 s.
    valueOf: ({ durationSeconds }) => durationSeconds && Math.round(durationSeconds * 1000) / 1000,
    say: saySeconds,
    tooLow: 'Use a longer one.',
    tooHigh: 'Cut it, and upload the new file.',
  },
  {
    rule: 'pages',
    boundsOf: ({ pages }) => pages,
    valueOf: ({ facts }) => facts?.pages,
    say: (pages) => `${pages} pages`,
    tooLow: 'Add pages, and upload the new file.',
    tooHigh: 'Split it, and upload the new file.',
  },
  {
    rule: 'frame_rate',
    boundsOf: ({ encoding }) => encoding?.frameRate,
    valueOf: ({ facts }) => facts?.frame_rate,
    say: sayFrameRate,
    // 23.976 is what film calls 24.
    slack: 0.002,
    tooLow: CONVERT,
    tooHigh: CONVERT,
  },
  {
    rule: 'audio_sample_rate',
    boundsOf: ({ encoding }) => encoding?.sampleRate,
    valueOf: ({ facts }) => facts?.audio_sample_rate,
    say: sayHertz,
    of: ' of sound',
    tooLow: CONVERT,
    tooHigh: CONVERT,
  },
  {
    rule: 'audio_channels',
    boundsOf: ({ encoding }) => encoding?.audioChannels,
    valueOf: ({ facts }) => facts?.audio_channels,
    say: sayChannels,
    of: ' of sound',
    tooLow: CONVERT,
    tooHigh: CONVERT,
  },
]

function ratioOf({ width, height }: MediumToPost): number {
  return width / height
}

interface MeasureOptions {
  readonly measure: Measure
  readonly postType: PostType
  readonly rules: FileRules
}

function checkMeasure(medium: MediumToPost, { measure, postType, rules }: MeasureOptions): FileFinding[] {
  const { rule, say, of = '', slack = 0, tooLow, tooHigh } = measure
  const bounds = measure.boundsOf(rules, medium)
  const value = measure.valueOf(medium)
  const broken = bounds && value !== undefined ? breaks(value, bounds, slack) : undefined
  if (!bounds || value === undefined || !broken) return []
  const { min = 0, max = 0, tolerated = false } = bounds
  const wanted = sayBounds(bounds, say)
  const round = broken === 'min' ? Math.floor : Math.ceil
  const actual = say(value, round)
  const takes = `${SUBJECTS[postType]} ${tolerated ? 'should have' : 'takes'} ${KINDS[medium.type][1]}`
  // A shape is no plain figure.
  const figures =
    rule === 'aspect_ratio'
      ? { limit: wanted, actual }
      : { limit: broken === 'min' ? min : max, actual: toHundredths(value, round) }
  return [
    {
      severity: tolerated ? 'warning' : 'error',
      rule,
      ...figures,
      source: bounds.source,
      message: `${takes} of ${wanted}${of}; this one has ${actual}. ${broken === 'min' ? tooLow : tooHigh}`,
    },
  ]
}

/** Which of some bounds a figure is beyond. */
function breaks(value: number, { min = 0, max = Infinity }: Bounds, slack: number): 'min' | 'max' | undefined {
  if (value < min * (1 - slack)) return 'min'
  return value > max * (1 + slack) ? 'max' : undefined
}

/** `3 s to 15 min`, `at most 8 MB`. */
export function sayBounds({ min, max, said }: Bounds, say: Measure['say']): string {
  if (said !== undefined) return said
  const [least, most] = [min, max].map((bound) => bound && say(bound, Math.round))
  if (!least) return `at most ${most}`
  return most ? `${least} to ${most}` : `at least ${least}`
}
