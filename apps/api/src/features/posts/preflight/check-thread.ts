import type { PublishingRules } from '@powerpost/contract'
import { checkMedia } from './check-media.ts'
import { checkText } from './check-text.ts'
import type { Finding, ItemToCheck } from './finding.ts'
import type { FittedItem } from './fit-media.ts'
import { fitMedia } from './fit-media.ts'
import { SUBJECTS } from './words.ts'

/** What is wrong with what follows an item in the same thread. */
export function checkThread(item: ItemToCheck, rules: PublishingRules): Finding[] {
  const { thread = [], postType } = item
  if (thread.length === 0) return []
  const shared = { severity: 'error', rule: 'thread' } as const
  if (!rules.thread) {
    const message = `${SUBJECTS[postType]} takes no thread. Leave it out, or put all of it into the text.`
    return [{ ...shared, field: 'thread', limit: 0, actual: thread.length, message }]
  }
  const texts = [item.content, ...thread.map(({ content }) => content)].map((text) => text.trim())
  return thread.flatMap((part, index): Finding[] => {
    const at = `thread[${index}]`
    const own = { ...item, ...part, title: undefined, thread: [] }
    const broken = [...checkText(own, rules), ...checkMedia(fitMedia(own).item, rules)]
    const text = part.content.trim()
    const isSaidBefore = text !== '' && texts.indexOf(text) <= index
    const message = 'The text is the same as another of the thread: the platform rejects duplicates. Change it.'
    const findings = broken.map((finding) => ({ ...finding, field: `${at}.${finding.field}` }))
    if (!isSaidBefore) return findings
    return [...findings, { ...shared, field: `${at}.content`, limit: 'another text', actual: 'the same', message }]
  })
}

/** How the media of a thread will be changed. */
export function fitThread(item: ItemToCheck): FittedItem['changes'] {
  return (item.thread ?? []).flatMap((part, index) =>
    fitMedia({ ...item, ...part }).changes.map((change) => ({ ...change, field: `thread[${index}].${change.field}` })),
  )
}
