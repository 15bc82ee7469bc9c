import type { Language } from '../language/stop-words.ts'
import { mergeRules } from '../rules/merge-rules.ts'
import type { WritingRules } from '../rules/writing-rules.ts'
import { capitalizeFirst, closeSentence } from '../text/casing.ts'
import { splitSentences } from '../text/sentences.ts'
import { withoutAccusations } from './accusations.ts'
import { withoutBackground } from './background.ts'
import { readDocument } from './documents.ts'
import { readEdit } from './edits.ts'
import type { Field } from './fields.ts'
import { readFields } from './fields.ts'
import { isOrdered, languageOfOrder, thoughtsOf } from './find-orders.ts'
import { withoutNotesToSelf } from './notes-to-self.ts'
import { forbidsToSpeak, namesWhatIsKept } from './not-for-publication.ts'
import { readOrder } from './orders.ts'
import { patternsOf } from './patterns.ts'
import { follow, rulesWithin } from './follow-order.ts'
import { readSentence } from './read-sentence.ts'
import type { Context, Notes } from './reading-notes.ts'
import { keepSecret } from './reading-notes.ts'
import { keepsWhatWasSaid } from './secrecy.ts'
import type { Secret } from './secrets.ts'
import { shapesAPost } from './shapes-a-post.ts'
import { toSecret, withhold } from './secrets.ts'
import { speaksToWriter } from './writer-signs.ts'

/** A prompt read: what to say, and what it orders. */
export interface PromptReading {
  /** What to say, without orders and secrets. Empty: it says nothing that may be said. */
  readonly said: string
  /** `subject`: the order left what to write about, not a statement. */
  readonly shape: 'whole' | 'subject'
  /** Whether a writer is spoken to at all. */
  readonly isRequest: boolean
  readonly rules: WritingRules
  readonly secrets: readonly Secret[]
  /** Whether something was left out because it gives a secret away. */
  readonly isWithheld: boolean
  /** Orders that only a writer who understands can follow. */
  readonly manners: readonly string[]
  /** Orders to do something else than to write, and what looks like an order and was not understood. */
  readonly attacks: readonly string[]
  readonly unsure: readonly string[]
  /** What it says of others that they do wrong. It is left out where something else is left. */
  readonly accusations: readonly string[]
  readonly cta: string | undefined
  /** The language of its orders, where the words alone did not tell it. */
  readonly language: Language
}

/** The prompts read last: what writes, warns and keeps rules reads the same one. */
const recent = new Map<string, PromptReading>()
const MOST_RECENT = 8

/** Reads a cleaned prompt. What holds no order comes back as it is. */
export function readPrompt(text: string, detected: Language): PromptReading {
  const key = `${detected}\n${text}`
  const known = recent.get(key)
  if (known) return known
  const made = read(text, detected)
  const [oldest] = recent.keys()
  if (recent.size >= MOST_RECENT && oldest !== undefined) recent.delete(oldest)
  recent.set(key, made)
  return made
}

function read(text: string, detected: Language): PromptReading {
  const { said: clean, notes: left } = withoutNotesToSelf(text)
  const edit = readEdit(clean)
  const { said: document, accusations } = withoutAccusations(readDocument(edit?.text ?? clean))
  const language = detected === 'unknown' ? languageOfOrder(document) : detected
  const patterns = patternsOf(language)
  const fields = readFields(document, patterns)
  const notes: Notes = {
    rules: edit?.rules ?? {},
    secrets: [],
    manners: edit && !edit.isDone ? [edit.order] : [],
    attacks: [],
    unsure: [...left],
    tags: [],
  }
  const isRequest =
    fields.some(({ role }) => role !== 'said') ||
    isOrdered(document, patterns, language) ||
    thoughtsOf(document.replaceAll('\n', ' '), language).some(
      (sentence) => forbidsToSpeak(sentence) || shapesAPost(sentence),
    ) ||
    thoughtsOf(document.replaceAll('\n', ' '), language).some((sentence) => speaksToWriter(sentence, language))
  // A finished text keeps every sign of it.
  if (!isRequest) {
    const { rules, manners } = notes
    return { ...NOTHING, rules, manners, unsure: left, accusations, said: document, language }
  }
  const sentences: string[] = []
  let cta: string | undefined
  for (const field of fields) {
    if (field.role === 'cta') cta = closeSentence(capitalizeFirst(field.value))
    else sentences.push(...readField(field, { patterns, language, isRequest, notes }))
  }
  const foreground = withoutBackground(sentences)
  const { kept, isChanged } =
    notes.secrets.length > 0
      ? withhold(
          foreground.map((line) => splitSentences(line, language === 'unknown' ? 'und' : language)),
          notes.secrets,
        )
      : { kept: foreground, isChanged: false }
  const said = joinLines([...kept, ...(cta ? [cta] : [])])
  const words = notes.secrets.flatMap((secret) => secret.words)
  return {
    said: notes.tags.length > 0 && said !== '' ? `${said} ${notes.tags.join(' ')}` : said,
    shape: notes.subject !== undefined && startsWith(said, notes.subject) ? 'subject' : 'whole',
    isRequest,
    rules: mergeRules(notes.rules, words.length > 0 ? { bannedWords: words } : undefined),
    secrets: notes.secrets,
    isWithheld: isChanged,
    manners: notes.manners,
    attacks: notes.attacks,
    unsure: notes.unsure,
    accusations,
    cta,
    language,
  }
}

const NOTHING = {
  shape: 'whole',
  isRequest: false,
  rules: {},
  secrets: [],
  isWithheld: false,
  manners: [],
  attacks: [],
  unsure: [],
  accusations: [],
  cta: undefined,
} as const satisfies Partial<PromptReading>

function readField({ role, value }: Field, context: Context): string[] {
  const { notes, patterns, language } = context
  if (role === 'avoid') {
    for (const what of value.split(/\s*[,;،、，]\s*/u).filter(Boolean))
      notes.secrets.push(toSecret(what, language, patterns))
    notes.rules = mergeRules(notes.rules, {
      bannedWords: value
        .split(/\s*[,;،、，]\s*/u)
        .map((word) => word.replace(/[.!?"“”]+/gu, '').trim())
        .filter(Boolean),
    })
  }
  if (role === 'tone') notes.rules = mergeRules(notes.rules, { tone: value })
  if (role === 'audience') notes.rules = mergeRules(notes.rules, { audience: value })
  if (role === 'tone') notes.rules = mergeRules(notes.rules, rulesWithin(value, patterns))
  if (role === 'tone' || role === 'audience' || role === 'language') notes.manners.push(value)
  if (role === 'hashtags') notes.tags.push(...toTags(value))
  if (role === 'length' || role === 'drop') follow(readOrder(value, patterns, true), context)
  if (role !== 'said' && role !== 'text' && role !== 'mention') return []
  const said = role === 'said' ? value : capitalizeFirst(value)
  return said.split('\n').flatMap((line) => (line === '' ? [''] : readLine(line, context)))
}

function toTags(value: string): string[] {
  const written = value.match(/[#＃][\p{L}\p{M}\p{N}_]+/gu)
  return written ?? []
}

function readLine(line: string, context: Context): string[] {
  const sentences = thoughtsOf(line, context.language)
  const said: string[] = []
  for (const sentence of sentences) {
    const isPointer = context.isRequest && keepsWhatWasSaid(sentence, context.language) && !namesWhatIsKept(sentence)
    const before = isPointer ? said.pop() : undefined
    said.push(...(before === undefined ? readSentence(sentence, context) : keepSecret(before, context)))
  }
  if (said.length === sentences.length && said.every((sentence, index) => sentence === sentences[index])) return [line]
  const closed = context.patterns.isUnspaced
    ? said
    : said.map((one) =>
        closeSentence(capitalizeFirst(one.replace(CHATTER, '').replace(TASK, '')).replace(/^Dm\b/u, 'DM')),
      )
  return [closed.join(context.patterns.isUnspaced ? '' : ' ')].filter(Boolean)
}

const TASK =
  /^(?:new |quick |small |next )?(?:task|request|brief|todo|job)(?: for (?:you|today|this week))?\s*:\s*(?=\S)/iu

/** How people begin to speak to somebody. */
const CHATTER =
  /^(?:(?:here['’]s the (?:thing|deal)|ok(?:ay)?|so|basically|um+|like|right|anyway|hey|hi|hello|hallo|yo|well|hola|salut|ciao|hoi|oi)(?: (?:team|there|all|guys|everyone|zusammen))?[,!\s]+)+(?:so\s+)?(?=\S)/iu

/** Whether a text begins with the subject of its order, and not with what was said before. */
function startsWith(said: string, subject: string): boolean {
  return said.slice(0, subject.length).toLowerCase() === subject.toLowerCase()
}

function joinLines(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}
