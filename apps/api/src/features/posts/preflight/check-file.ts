import type { MediumToPost } from '#features/media/index.ts'
import type { Bounds, FileRules, PostType } from '@powerpost/contract'
import type { Finding } from './finding.ts'
import { sayBytes, sayFormats, sayRatio, saySeconds, SUBJECTS } from './words.ts'

interface FileOptions {
  /** Its place among the item's media, from 0. */
  readonly index: number
  readonly postType: PostType
  readonly rules: FileRules
}

/** What is wrong with one file. */
export function checkFile(medium: MediumToPost, { index, postType, rules }: FileOptions): Finding[] {
  const field = `media_ids[${index}]`
  if (!medium.isThere) return [{ ...DELETED, field }]
  return [
    ...checkFormat(medium, rules).map((finding) => ({ ...finding, field })),
    ...MEASURES.flatMap((measure) => checkMeasure(medium, { measure, postType, rules })).map((finding) => ({
      ...finding,
      field,
    })),
  ]
}

type FileFinding = Omit<Finding, 'field'>

const DELETED: FileFinding = {
  severity: 'error',
  rule: 'media_deleted',
  limit: 'a file',
  actual: 'deleted',
  message: 'The file was deleted. Upload it again and name that one.',
}

function checkFormat({ mimeType, type }: MediumToPost, { formats }: FileRules): FileFinding[] {
  if (formats.allowed.includes(mimeType)) return []
  const limit = sayFormats(formats.allowed)
  const actual = sayFormats([mimeType])
  const message = `The ${type === 'image' ? 'picture' : 'video'} must be ${limit}; it is ${actual}. Convert it, and upload that.`
  return [{ severity: 'error', rule: 'format', limit, actual, message }]
}

interface Measure {
  readonly rule: string
  readonly boundsOf: (rules: FileRules) => Bounds | undefined
  readonly valueOf: (medium: MediumToPost) => number | undefined
  readonly say: (value: number) => string
  /** Whether a program is told the words too: a ratio is no plain figure. */
  readonly inWords?: true
  readonly name: string
  readonly tooLow: string
  readonly tooHigh: string
}

const pixels = (value: number) => `${value} pixels`
const ratioOf = ({ width, height }: MediumToPost) => width / height
const shape = { rule: 'aspect_ratio', valueOf: ratioOf, say: sayRatio, inWords: true, name: 'shape' } as const

const MEASURES: readonly Measure[] = [
  {
    rule: 'file_size',
    boundsOf: ({ size }) => size,
    valueOf: ({ size }) => size,
    say: sayBytes,
    name: 'file',
    tooLow: 'Use one of a better quality.',
    tooHigh: 'Compress it, and upload that.',
  },
  {
    rule: 'width',
    boundsOf: ({ width }) => width,
    valueOf: ({ width }) => width,
    say: pixels,
    name: 'width',
    tooLow: 'Use a larger one.',
    tooHigh: 'Make it smaller, and upload that.',
  },
  {
    rule: 'height',
    boundsOf: ({ height }) => height,
    valueOf: ({ height }) => height,
    say: pixels,
    name: 'height',
    tooLow: 'Use a larger one.',
    tooHigh: 'Make it smaller, and upload that.',
  },
  {
    ...shape,
    boundsOf: ({ ratio }) => ratio,
    tooLow: 'Crop it to be less tall, and upload that.',
    tooHigh: 'Crop it to be less wide, and upload that.',
  },
  {
    ...shape,
    boundsOf: ({ bestRatio }) => bestRatio,
    tooLow: 'Crop it, or it is cut or framed.',
    tooHigh: 'Crop it, or it is cut or framed.',
  },
  {
    rule: 'duration',
    boundsOf: ({ seconds }) => seconds,
    valueOf: ({ durationSeconds }) => durationSeconds,
    say: saySeconds,
    name: 'length',
    tooLow: 'Use a longer one.',
    tooHigh: 'Cut it, and upload that.',
  },
]

interface MeasureOptions {
  readonly measure: Measure
  readonly postType: PostType
  readonly rules: FileRules
}

function checkMeasure(medium: MediumToPost, { measure, postType, rules }: MeasureOptions): FileFinding[] {
  const bounds = measure.boundsOf(rules)
  const value = measure.valueOf(medium)
  if (!bounds || value === undefined) return []
  const { min = -Infinity, max = Infinity, tolerated = false } = bounds
  if (value >= min && value <= max) return []
  const { rule, say, inWords, name, tooLow, tooHigh } = measure
  const broken = value < min ? min : max
  const wanted = sayBounds(bounds, say)
  const verb = tolerated ? 'should have' : 'must have'
  return [
    {
      severity: tolerated ? 'warning' : 'error',
      rule,
      limit: inWords ? wanted : broken,
      actual: inWords ? say(value) : value,
      message: `${SUBJECTS[postType]} ${verb} a ${name} of ${wanted}; this has ${say(value)}. ${value < min ? tooLow : tooHigh}`,
    },
  ]
}

function sayBounds({ min, max, said }: Bounds, say: (value: number) => string): string {
  if (said !== undefined) return said
  if (min === undefined) return `${say(max ?? Infinity)} at the most`
  return max === undefined ? `${say(min)} at least` : `${say(min)} to ${say(max)}`
}
