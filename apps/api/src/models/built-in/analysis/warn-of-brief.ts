import type { Warning } from '@powerpost/contract'
import { readPrompt } from '#reading/brief/read-prompt.ts'
import { readStyle } from '#reading/brief/read-style.ts'
import { detectLanguage } from '#reading/language/detect-language.ts'
import { isNotice, isSad } from '#reading/prompt/sad-words.ts'
import { cleanText } from '#reading/text/clean-text.ts'
import type { BriefToReview } from '../../port.ts'

/** What rules cannot do of a brief, and what a person should look at before it is posted. */
export function warnOfBrief(brief: BriefToReview): Warning[] {
  const prompt = cleanText(brief.prompt ?? '')
  const warnings = prompt === '' ? warnOfMedia(brief) : warnOfPrompt(prompt, brief.ctaText)
  return [...warnings, ...warnOfControls(brief), ...warnOfStyle(brief), ...warnOfChange(brief)]
}

function warnOfMedia({ media }: BriefToReview): Warning[] {
  if (media.length === 0) return []
  const message =
    'Without a prompt, or a model that looks at the media, the captions say only what the files say of themselves.'
  return [{ code: 'prompt_needed', message, field: 'prompt' }]
}

function warnOfPrompt(prompt: string, ctaText: string | undefined): Warning[] {
  const language = detectLanguage(prompt)
  const { manners, attacks, unsure, isWithheld, accusations, rules, said } = readPrompt(prompt, language)
  const field = 'prompt'
  const isSober = isSad(prompt, language) || isNotice(prompt, language)
  return [
    ...unique(manners)
      .filter((words) => !SHORT.test(words))
      .map((words): Warning => ({
        code: 'rule_not_followed',
        message: `The built-in writer cannot follow: ${words}`,
        field,
      })),
    ...(rules.audience
      ? [
          {
            code: 'rule_not_followed',
            message: `The built-in writer cannot write for an audience: ${rules.audience}`,
            field,
          } as const,
        ]
      : []),
    ...attacks.slice(0, 1).map((): Warning => ({
      code: 'instruction_not_followed',
      message: 'The prompt orders something else than to write a post. That part was left out.',
      field,
    })),
    ...unsure.map((words): Warning => ({
      code: 'instruction_unsure',
      message: `This may be an instruction that was not understood, and was left out: ${words}`,
      field,
    })),
    ...(isWithheld
      ? [
          {
            code: 'secret_withheld',
            message: 'What the prompt says must not be revealed was left out, with what it could be guessed from.',
            field,
          } as const,
        ]
      : []),
    ...accusations.map((words): Warning => ({
      code: 'claim_to_check',
      message: `This accuses others. ${said.includes(words) ? 'Check it before you post' : 'It was left out'}: ${words}`,
      field,
    })),
    ...(CLAIMS.test(said)
      ? [
          {
            code: 'claim_to_check',
            message: 'The text makes a claim that advertising rules may forbid. Check it before you post.',
            field,
          } as const,
        ]
      : []),
    ...(isSober && ctaText !== undefined && SELLS.test(ctaText)
      ? [
          {
            code: 'call_to_action_to_check',
            message: 'The text is sad or serious news, and the call to action sells something.',
            field: 'cta_text',
          } as const,
        ]
      : []),
  ]
}

const CLAIMS =
  /\b(?:miracle|cures?\b(?! (?:ham|meat))|heals? (?:cancer|diabetes|depression|covid)|100\s?% (?:safe|effective|guaranteed)|guaranteed (?:results?|returns?|income|profits?)|risk[- ]free|get rich|clinically proven|lose \d+ (?:kilos?|kg|pounds|lbs)|no side effects|wunder(?:mittel|heilung)|heilt|garantierte rendite|guérit|miracle|cura (?:el|la|o|il)\b|milagros[oa]|garantizad[oa] al 100|miracolos[oa]|geneest|wondermiddel|leczy\b|cudown\p{L}+ lek|лечит|чудо-средство|лікує|mucize|θεραπεύει)|奇跡の|治る|絶対に痩せ|根治|神药|治愈|기적의|완치|मुफ्त इलाज|จมดิ่ง|รักษาหายขาด|chữa khỏi|menyembuhkan|يشفي|מרפא/iu
const SELLS =
  /\b(?:shop|buy|order|sale|save \d|discount|\d+\s?%|offer|deal|book now|kauf|rabatt|bestell|achete|achat|compra|comprar|acquista|koop|kup)\b/iu

/** What of a request's fields, or of the brand's defaults for them, no rule can follow. */
function warnOfControls({ rules: { tone, audience } = {} }: BriefToReview): Warning[] {
  return Object.entries({ tone, audience }).flatMap(([field, value]): Warning[] =>
    value === undefined
      ? []
      : [{ code: 'rule_not_followed', message: `The built-in writer cannot follow the ${field}: ${value}`, field }],
  )
}

/** What of a style no rule can follow. */
function warnOfStyle({ style }: BriefToReview): Warning[] {
  if (!style) return []
  const { manners } = readStyle(style.instructions, detectLanguage(style.instructions))
  const field = 'writing_style_id'
  const unheard = unique(manners).slice(0, 10)
  return [
    ...unheard.map((words): Warning => ({
      code: 'rule_not_followed',
      message: `The built-in writer cannot follow this of the style: ${words}`,
      field,
    })),
    ...(style.examples.length > 0
      ? [
          {
            code: 'rule_not_followed',
            message: 'The built-in writer cannot learn from examples of a style.',
            field,
          } as const,
        ]
      : []),
  ]
}

/** The built-in writer is short anyway. */
const SHORT =
  /^(?:please )?(?:keep|make) (?:it|this) (?:short|brief)|^(?:thanks|thank you|danke|merci|gracias|obrigad|grazie|bedankt|dank je)/iu

const UNDERSTOOD =
  /\b(?:short\p{L}*|brief\p{L}*|concise|less text|kürzer|kurz|plus court|corto|más breve|mais curto|più breve|korter|krócej|emojis?|hash-?tags?|different|another|again|anders|autre(?:ment)?|otra|diferente)\b/iu

/** What of a change no rule can make. */
function warnOfChange({ rewrite }: BriefToReview): Warning[] {
  const change = rewrite?.instruction
  if (change === undefined || UNDERSTOOD.test(change)) return []
  const { rules, manners } = readStyle(change, detectLanguage(change))
  if (manners.length === 0 && Object.keys(rules).length > 0) return []
  const message = `The built-in writer cannot make this change: ${change}`
  return Object.keys(rules).length > 0
    ? [{ code: 'rule_not_followed', message, field: 'instruction' }]
    : [{ code: 'change_not_made', message, field: 'instruction' }]
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)]
}
