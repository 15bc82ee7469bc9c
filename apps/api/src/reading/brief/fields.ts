import type { LabelRole } from './brief-words.ts'
import type { BriefPatterns } from './patterns.ts'

/** A part of a brief under a label, or what stands before all labels. */
export interface Field {
  readonly role: LabelRole | 'said'
  readonly value: string
}

/** So many labels make a form; a lone one counts where it opens the text or a line. */
const FORM = 2
/** Labels that no reader is shown, wherever they stand. */
const FOR_WRITERS: ReadonlySet<string> = new Set(['tone', 'audience', 'cta', 'hashtags', 'avoid', 'language', 'length'])

/** Takes a brief apart at its labels. A text without any is one field. */
export function readFields(text: string, patterns: BriefPatterns): Field[] {
  const marks = [...text.matchAll(patterns.label)].map((mark) => ({
    start: mark.index,
    end: mark.index + mark[0].length,
    role: roleOf(mark[1] ?? '', patterns),
  }))
  const isForm = marks.length >= FORM
  const used = marks.filter(
    ({ start, role }) =>
      role !== undefined && (isForm || start === 0 || FOR_WRITERS.has(role) || text.charAt(start - 1) === '\n'),
  )
  const [first] = used
  if (!first) return [{ role: 'said', value: text }]
  const before = text.slice(0, first.start).trim()
  const fields = used.flatMap(({ end, role }, index): Field[] => {
    const value = text
      .slice(end, used[index + 1]?.start)
      .replace(/[\s;|,*•-]+$/u, '')
      .trim()
    const isShort = role !== undefined && FOR_WRITERS.has(role)
    const [first = '', ...others] = isShort ? value.split(/(?<=[.!?。])\s+/u) : [value]
    const rest = others.join(' ')
    return [
      { role: role ?? 'text', value: first.replace(isShort ? /[.。]$/u : /(?!)/u, '') },
      ...(rest ? [{ role: 'said', value: rest } as const] : []),
    ]
  })
  return [...(before ? [{ role: 'said', value: before } as const] : []), ...fields.filter(({ value }) => value !== '')]
}

function roleOf(name: string, { roles }: BriefPatterns): LabelRole | undefined {
  return roles.find(([, pattern]) => pattern.test(name))?.[0]
}
