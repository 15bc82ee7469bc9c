import { capitalizeFirst } from '#reading/text/casing.ts'
import { STOP_WORDS } from '#reading/language/stop-words.ts'

/** What is left of a text whose date stands on a field of its own. */
export interface StagedDate {
  /** With the particle that belongs to it: `10月1日から`. */
  readonly when: string
  readonly rest: string
}

// What leads to a date and says nothing without it. Not `until`: without it the date would mean another thing.
const LEADS =
  /[\s,;:–—|·-]*(?:(?<!\p{L})(?:on|at|from|starting|this|the|am|um|ab|den|der|dem|le|du|dès|ce|à partir du|el|la|il|dal|dal|no dia|no|na|em|op|vanaf|dnia|od|we?|в|во|с|у|на|den|från|fra|kl\.?|pada|mulai|vào|ngày|στις|την|το)(?=\s|$)[\s,;:–—|·-]*){0,2}$/iu
const UNTIL =
  /(?<!\p{L})(?:until|till|til|by|before|after|since|not|through|only|bis|vor|nach|seit|jusqu['’]au?|avant|après|depuis|hasta|antes de|después de|desde|até|fino a[l]?|entro|do|przed|po|до|после|перед|tot|voor|na|kadar|sampai|hingga|đến|trước)(?:\s+(?:the|den|dem|del|il|le|el|o|a))?$/iu
const PARTICLE = /^(?:から|より|에|부터|起|開始|开始)/u
const DROPPED_PARTICLE = /^(?:に|、|，|,)/u
const UNTIL_PARTICLE = /^(?:まで|迄|까지|までに|前|以前|为止|為止|の)/u
const SPACELESS_LEAD = /(?:^|[、。，：:；;！!？?\s])$/u

/**
 * Takes a date out of a text, so that it is said once. Undefined where the rest would not be a text of its own, or the date
 * would mean another thing: `until Sunday`, `the Friday special`.
 */
export function stageDate(text: string, when: string, language: string): StagedDate | undefined {
  const start = text.indexOf(when)
  if (start === -1 || text.includes(when, start + when.length)) return undefined
  const [before, after] = [text.slice(0, start), text.slice(start + when.length)]
  const isSpaceless = /[月월]/u.test(when)
  const staged = isSpaceless ? outOfSpaceless(before, after, when) : outOfSpaced(before, after, when, language)
  if (!staged || letters(staged.rest) < (isSpaceless ? 4 : 8)) return undefined
  return { when: capitalizeFirst(staged.when), rest: capitalizeFirst(staged.rest) }
}

function outOfSpaceless(before: string, after: string, when: string): StagedDate | undefined {
  if (!SPACELESS_LEAD.test(before) || UNTIL_PARTICLE.test(after)) return undefined
  const particle = PARTICLE.exec(after)?.[0] ?? ''
  const rest = after.slice(particle.length).replace(DROPPED_PARTICLE, '').trim()
  const opening = before.replace(/[、，,]\s*$/u, rest === '' ? '' : '$&')
  return { when: when + (particle === '에' ? '' : particle), rest: `${opening}${rest}`.trim() }
}

function outOfSpaced(before: string, after: string, when: string, language: string): StagedDate | undefined {
  if (UNTIL.test(before.trim())) return undefined
  // `Friday is pizza day`: the date is what the sentence is about.
  if (before.trim() === '' && !/^\s*[,:;|–—-]/u.test(after)) return undefined
  const opening = before.replace(LEADS, '').trimEnd()
  if (before.trim() !== '' && (opening === '' || endsOpen(opening, language))) return undefined
  const lead = before.slice(opening.length).trim()
  // `Happy Monday everyone`: a bare day is a date only where something leads to it.
  if (!/\p{Nd}|\s/u.test(when) && lead === '') return undefined
  const closing = after.replace(/^[\s,:;|–—-]+(?=\S)/u, (sign) =>
    /^\s*[,;](?=\s)/u.test(sign) && opening ? ', ' : ' ',
  )
  const joined = `${opening}${closing}`.trim().replace(/,$/u, '')
  // Where nouns are inflected, a day needs the word that it is inflected by: `w sobotę`.
  const inflected = /^(?:we?|в|во|у)$/iu.test(lead) && /^\p{L}/u.test(when) ? `${lead} ${when}` : when
  return { when: inflected, rest: joined.replace(/[,;:]\s*(?=[.!]?$)/u, '') }
}

/** It ends in a small word that needs what followed: `the`, `our`. */
function endsOpen(text: string, language: string): boolean {
  const known: Readonly<Partial<Record<string, ReadonlySet<string>>>> = STOP_WORDS
  const last = /[\p{L}'’]+$/u.exec(text)?.[0].toLowerCase() ?? ''
  return last !== '' && (known[language]?.has(last) ?? false)
}

function letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}
