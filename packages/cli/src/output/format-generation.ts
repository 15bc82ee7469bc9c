import type { Captions, Generation } from '@powerpost/client'
import { styleText } from 'node:util'
import { printable } from './printable.ts'

/** What was written, each text below its name: the captions first, then what was asked for in addition. */
export function formatGeneration(generation: Generation): string {
  const { outputs = {}, variants = {}, alt_text = [], first_comment, thread = [] } = generation
  const sections = [
    ...toSections(outputs),
    ...Object.entries(variants).flatMap(([platform, captions]: [string, readonly Caption[]]) =>
      captions.map((caption, index) => section(`${platform}, variant ${index + 2}`, toText(caption))),
    ),
    ...alt_text.map(({ media_id, text }) => section(`alt text of ${media_id}`, text)),
    ...(first_comment === undefined ? [] : [section('first comment', first_comment)]),
    ...(thread.length > 0 ? [section('thread', thread.join('\n\n'))] : []),
  ]
  return sections.join('\n\n')
}

function toSections(captions: Captions): string[] {
  return Object.entries(captions).map(([platform, caption]) => section(platform, toText(caption)))
}

type Caption = string | { readonly title: string; readonly description: string }

function toText(caption: Caption): string {
  return typeof caption === 'string' ? caption : `${caption.title}\n\n${caption.description}`
}

function section(name: string, text: string): string {
  return `${styleText('bold', printable(name), { stream: process.stdout })}\n${printable(text).trimEnd()}`
}
