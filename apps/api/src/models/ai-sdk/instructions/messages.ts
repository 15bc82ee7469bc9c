import type { Brief, Picture, ResearchNote, Rewrite, StyleExample } from '#models/port.ts'
import type { Platform } from '@powerpost/contract'
import type { FilePart, ModelMessage, UserContent } from 'ai'
import { describeAnswer } from '../answer/answer-keys.ts'
import { describeMedia } from './describe-media.ts'
import { describeBrand } from './occasion.ts'
import { describeWishes } from './wishes.ts'
import type { Material } from './material.ts'
import { enclose } from './material.ts'

/** What is shown of a medium of the brief. */
export interface SeenMedium {
  /** From 0, in the order of the brief. */
  readonly place: number
  readonly pictures: readonly Picture[]
  /** The video itself, in place of pictures. */
  readonly video?: FilePart
}

/** Of a page, as much as a caption can draw on. */
const LONGEST_NOTE = 8000

/** Every text of a brief: the customer's first, in the order in which they count, then what is foreign. */
export function materialOf(brief: Brief): Material[] {
  const { prompt, ctaText, style, media, research = [], rewrite, brand, rules } = brief
  const wishes = describeWishes(rules)
  const aboutBrand = brand ? describeBrand(brand) : ''
  return [
    ...(prompt ? [{ label: 'brief', text: prompt } as const] : []),
    ...(rewrite ? materialOfRewrite(rewrite) : []),
    ...(wishes.length > 0 ? [{ label: 'wishes', text: wishes.join('\n') } as const] : []),
    ...(aboutBrand === '' ? [] : [{ label: 'brand', text: aboutBrand } as const]),
    ...(ctaText ? [{ label: 'call to action', text: ctaText } as const] : []),
    ...(style ? [{ label: 'style', text: `${style.name}\n${style.instructions}` } as const] : []),
    ...(style?.examples ?? []).map((one) => ({ label: 'style example', text: describeExample(one) }) as const),
    ...(media.length > 0 ? [{ label: 'foreign file names', text: describeMedia(media) } as const] : []),
    ...research.map((note) => ({ label: 'foreign page', text: describeNote(note) }) as const),
  ]
}

function materialOfRewrite({ previous, others = [], instruction }: Rewrite): Material[] {
  const written = [previous, ...others].flatMap((captions) => Object.entries(captions))
  const captions = written.map(([platform, caption]) => {
    const text = typeof caption === 'string' ? caption : `${caption.title}\n${caption.description}`
    return { label: 'previous caption', text: `${platform}:\n${text}` } as const
  })
  return [...(instruction ? [{ label: 'change', text: instruction } as const] : []), ...captions]
}

/** A text in a voice, below its platform where that is known. */
export function describeExample({ text, platform }: StyleExample): string {
  return platform === undefined ? text : `${platform}:\n${text}`
}

function describeNote({ url, title, text }: ResearchNote): string {
  const page = text.length > LONGEST_NOTE ? `${text.slice(0, LONGEST_NOTE).toWellFormed()} […]` : text
  return [url, ...(title ? [title] : []), page].join('\n')
}

/** What a model is asked: the material, and the pictures each behind a line that says which it is. */
export function renderRequest(brief: Brief, mark: string, seen: readonly SeenMedium[]): ModelMessage {
  const text = [
    `Write the captions for ${brief.platforms.join(', ')}.`,
    ...(brief.rewrite ? ['They were written before: write them anew, and differently.'] : []),
    ...(brief.research?.length && brief.researchMode === 'deep' ? ['Go into depth with the foreign pages.'] : []),
    ...materialOf(brief).map((material) => enclose(material, mark)),
  ].join('\n\n')
  return { role: 'user', content: [{ type: 'text', text }, ...seen.flatMap((medium) => renderSeen(brief, medium))] }
}

type Part = Exclude<UserContent, string>[number]

function renderSeen({ media }: Brief, { place, pictures, video }: SeenMedium): Part[] {
  if (video) return [{ type: 'text', text: 'The video:' }, video]
  return pictures.flatMap(({ bytes, mimeType, atSeconds }): Part[] => [
    {
      type: 'text',
      text: `${nameOf(media[place]?.kind, place)}${atSeconds === undefined ? '' : ` at ${atSeconds.toFixed(1)} s`}:`,
    },
    { type: 'file', data: bytes, mediaType: mimeType },
  ])
}

function nameOf(kind: 'image' | 'video' | undefined, place: number): string {
  return kind === 'video' ? 'Frame of the video' : `Picture ${place + 1}`
}

/** A caption that cannot stay as it is. */
export interface Complaint {
  readonly platform: Platform
  /** Why, each a sentence. */
  readonly reasons: readonly string[]
}

/** The second and last question: the model's own answer, and what is wrong with it. */
export function renderRepair(answer: string, complaints: readonly Complaint[]): ModelMessage[] {
  const wrong = complaints.map(({ platform, reasons }) => `- ${platform}: ${reasons.join(' ')}`)
  const text = `Some of it cannot be published. Write these again, and only these; all that was said before still holds.

${wrong.join('\n')}

Answer with one JSON object and nothing else, in this form:
${describeAnswer(complaints.map(({ platform }) => platform))}`
  const said: ModelMessage[] = answer.trim() ? [{ role: 'assistant', content: answer.trim() }] : []
  return [...said, { role: 'user', content: text }]
}
