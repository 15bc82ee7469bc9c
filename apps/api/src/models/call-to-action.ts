import type { CaptionRules } from '@powerpost/contract'
import { measureText } from '@powerpost/contract'

/** A call to action that the platform itself refuses, by its length or its characters, cannot be asked for. */
export function canStandIn(ctaText: string, { text, forbidden = [] }: CaptionRules): boolean {
  return measureText(ctaText, text.unit) <= text.max && !forbidden.some((character) => ctaText.includes(character))
}

/** How often a call to action stands in a text, character for character and not as a part of a longer word. */
export function countCallToAction(text: string, ctaText: string): number {
  return splitAtCallToAction(text, ctaText).length - 1
}

/** The text before, between and behind every place where a call to action stands. */
export function splitAtCallToAction(text: string, ctaText: string): string[] {
  return text.split(
    new RegExp(`${bound(ctaText, '^', '?<!')}${escapeForPattern(ctaText)}${bound(ctaText, '$', '?!')}`, 'u'),
  )
}

/** Only in scripts with capitals: others may part no words, or bend them at their ends. */
const IN_A_WORD = String.raw`[\p{Lu}\p{Ll}\p{N}]`

function bound(ctaText: string, edge: '^' | '$', look: '?<!' | '?!'): string {
  const pattern = edge === '^' ? `^${IN_A_WORD}` : `${IN_A_WORD}$`
  return new RegExp(pattern, 'u').test(ctaText) ? `(${look}${IN_A_WORD})` : ''
}

function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
}
