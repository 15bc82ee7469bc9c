import type { StoredBrandProfile, StoredControls } from '#db/types.ts'
import type { WritingRules } from '#reading/rules/writing-rules.ts'

/** The rules that controls and the brand profile stand for, as every writer is held to them. */
export function rulesOfControls(controls: StoredControls, brand: StoredBrandProfile | null): WritingRules {
  const { language, tone, audience, length, emoji, hashtags, avoid } = controls
  const fixed = brand?.fixed_hashtags ?? []
  return {
    ...(language !== undefined && { language: primarySubtag(language), languageTag: language }),
    ...(tone !== undefined && { tone }),
    ...(audience !== undefined && { audience }),
    ...(length !== undefined && { length }),
    ...(emoji !== undefined && { emoji }),
    ...(hashtags !== undefined && { hashtags: { min: hashtags, max: hashtags } }),
    ...(avoid !== undefined && avoid.length > 0 && { bannedWords: avoid }),
    ...(fixed.length > 0 && hashtags !== 0 && { fixedHashtags: fixed }),
  }
}

/** As languages are distinguished when a caption is checked: by today's names (`he` for `iw`), and Norwegian as one. */
function primarySubtag(tag: string): string {
  const primary = (canonical(tag).split('-', 1)[0] ?? tag).toLowerCase()
  return primary === 'nb' || primary === 'nn' ? 'no' : primary
}

function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag
  } catch {
    return tag
  }
}
