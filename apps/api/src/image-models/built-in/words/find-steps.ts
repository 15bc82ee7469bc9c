import type { Unit } from '#reading/text/units.ts'

/** `numbered`: in an order. `priced`: each with its price. `marked`: any other. */
export type ListKind = 'numbered' | 'priced' | 'marked'

/** A list, and what stands before it. */
export interface FoundSteps {
  readonly title: string
  readonly steps: readonly string[]
  readonly listKind: ListKind
  /** Of each item of a price list; else empty. */
  readonly prices: readonly string[]
}

const NUMBER = /^(?:\d{1,2}[.)]|[①-⑳])\s*/u
const MARK = /^(?:[-*•–·▪✓✔→☑]|\d{1,2}[.)]|[①-⑳])\s*/u
const INLINE = /^(.{4,100}?)\s*[:：]\s*(?:\s|(?<=：))(.+)$/su
const BETWEEN =
  /\s*[;、，；،]\s*|\s*,(?!\d)\s*(?:(?:and|or|und|oder|y|o|e|et|ou|и|и|i|en|og|och)\s+)?|\s+(?:and|und|y|et|и|e|en)\s+(?=\S+(?:\s\S+){0,3}$)/u
// `5 tips`, `How to`: what follows has an order, or is counted.
const COUNTED =
  /^(?:\p{Nd}|how to|steps?|ways|tips|so (?:geht|wird)|comment |cómo |come |como |как |jak )|(?<!\p{L})(?:steps?|tips?|ways|reasons|schritte|gründe|étapes|pasos|passos|motivos)(?!\p{L})|つの|方法|手順|步骤|步驟|理由|가지|단계|lý do|bước/iu
const AMOUNT = String.raw`(?:[$€£¥₹₩₺₴₽₫฿₱₦₪]|R\$|US\$|CHF|USD|EUR|PLN|SEK|NOK|DKK)\s?\d[\d.,]*|\d[\d.,]*\s?(?:[$€£¥₹₩₺₴₽₫฿₪円元원]|zł|kr\.?|CHF|Kč|Ft|lei|TL|руб\.?|р\.|грн|đ|บาท|ريال|درهم|ש["״]ח|₪)`
const PRICED = new RegExp(String.raw`^(.*?\p{L}.*?)[\s:–—.…-]*\s?(${AMOUNT})$`, 'u')
const LONGEST_STEP = 72
const LONGEST_ITEM = 40

/** Reads a list that a text holds: lines with marks, or three and more short things behind a colon. */
export function findSteps(units: readonly Unit[]): FoundSteps | undefined {
  const lines = units.flatMap((unit) => unit.text.split('\n'))
  const from = lines.findIndex((line) => MARK.test(line))
  const steps = lines.slice(Math.max(from, 0)).filter((line) => MARK.test(line))
  if (from >= 0 && steps.length >= 2) {
    const isNumbered = steps.every((line) => NUMBER.test(line))
    const bare = steps.map((line) => line.replace(MARK, ''))
    return asSteps(lines.slice(0, from).join(' '), bare, isNumbered)
  }
  const [, title, listed] = (units.length === 1 ? INLINE.exec(units[0]?.text ?? '') : undefined) ?? []
  const items = listed?.replace(/[.!。]$/u, '').split(BETWEEN) ?? []
  return title && items.length >= 3 && items.every((item) => item.length <= LONGEST_ITEM)
    ? asSteps(title, items, false)
    : undefined
}

function asSteps(title: string, steps: readonly string[], isNumbered: boolean): FoundSteps | undefined {
  const trimmed = steps.map((step) => step.trim().replace(/[.;,]$/u, '')).filter((step) => step !== '')
  const isShort = trimmed.every((step) => step.length <= LONGEST_STEP)
  const heading = title.trim().replace(/[:：.]$/u, '')
  if (heading === '' || !isShort || trimmed.length < 2 || trimmed.length > 6) return undefined
  const priced = trimmed.map((step) => PRICED.exec(step))
  if (priced.every((one) => one !== null)) {
    const names = priced.map(([, name = '']) => name.trim())
    return { title: heading, steps: names, listKind: 'priced', prices: priced.map(([, , price = '']) => price.trim()) }
  }
  const listKind = isNumbered || COUNTED.test(heading) ? 'numbered' : 'marked'
  return { title: heading, steps: trimmed, listKind, prices: [] }
}
