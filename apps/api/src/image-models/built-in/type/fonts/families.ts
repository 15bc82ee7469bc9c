/** The tone a text is set in. Scripts that a voice has no letters of are set in their Noto Sans. */
export type Voice = 'sans' | 'serif' | 'condensed'

/** A family as its package `@fontsource-variable/<id>` holds it: one variable font, cut to slices by ranges of characters. */
export interface Family {
  readonly id: string
  /** Which of the package's files: those of the weight alone, or of the optical size too. */
  readonly axes: 'wght' | 'opsz'
  /** Slices that another family draws better. */
  readonly without: readonly string[]
}

const LATIN_SLICES = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'greek']

const noto = (script: string): Family => ({ id: `noto-sans-${script}`, axes: 'wght', without: LATIN_SLICES })
const family = (id: string, axes: Family['axes'] = 'wght'): Family => ({ id, axes, without: [] })

const SANS = family('inter-tight')
export const EMOJI = family('noto-emoji')

const VOICES: Record<Voice, readonly Family[]> = {
  sans: [SANS],
  serif: [family('source-serif-4', 'opsz'), SANS],
  condensed: [family('sofia-sans-extra-condensed'), SANS],
}

const SCRIPTS = [
  'arabic',
  'hebrew',
  'devanagari',
  'bengali',
  'tamil',
  'telugu',
  'kannada',
  'malayalam',
  'gujarati',
  'gurmukhi',
  'sinhala',
  'thai',
  'lao',
  'khmer',
  'myanmar',
  'ethiopic',
  'georgian',
  'armenian',
].map(noto)

// One code point is written differently in each of these; the text's own comes first.
const HAN: Readonly<Record<string, string>> = { ja: 'jp', ko: 'kr', 'zh-Hant': 'tc', 'zh-Hans': 'sc' }

/** The families that may draw a text, best first. */
export function familiesFor(voice: Voice, language: string): readonly Family[] {
  const own = HAN[language] ?? 'sc'
  const han = [own, ...Object.values(HAN).filter((one) => one !== own)].map(noto)
  return [...VOICES[voice], ...SCRIPTS, ...han, EMOJI]
}
