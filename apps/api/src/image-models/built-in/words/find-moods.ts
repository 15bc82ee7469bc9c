import type { PromptKind } from '#reading/prompt/prompt-kind.ts'
import type { Mood } from '../colour/palette.ts'

const WORDS: Record<Mood, RegExp> = {
  bold: /\b(?:bold|loud|striking|strong|big|huge|sale|launch\w*|energ\w+|power\w*|sport\w*|fitness|race)\b|fuerte|audaz/iu,
  calm: /\b(?:calm\w*|soft|gentle|quiet|peace\w*|minimal\w*|pastel|yoga|sleep|spa|wellness|slow|breath\w*|meditat\w+)\b|tranquil|ruhig|calme/iu,
  warm: /\b(?:warm\w*|cozy|cosy|autumn|fall|coffee|café|bak\w+|bread|fire\w*|sunset|cinnamon|pumpkin|home|kitchen)\b|herbst|otoño|automne|кофе|осен|コーヒー|秋|咖啡|커피|القهوة|قهوة|קפה/iu,
  fresh:
    /\b(?:fresh\w*|spring|clean|water|sea|ocean|summer|beach|swim\w*|cool|mint|lemon|juice|travel)\b|sommer|verano|été|лето|море|夏|海|봄|여름|البحر/iu,
  dark: /\b(?:dark\w*|night\w*|black|moody|mysterious|cinema\w*|space|halloween|concert|neon)\b|nacht|noche|nuit|ноч|夜/iu,
  elegant:
    /\b(?:elegant\w*|luxur\w+|premium|gold|wine|wedding|jewel\w*|gala|fashion|perfume|gallery|art|design\w*|classic\w*)\b|vino|vin\b|hochzeit|boda|mariage/iu,
  playful:
    /\b(?:playful|fun\w*|kids?|child\w*|party|birthday|game\w*|toy|puppy|cat|dog|ice cream|candy|giveaway|festival)\b|fiesta|geburtstag|cumpleaños|праздник|誕生日|生日|파티/iu,
  sober: /\b(?:sober|serious|formal|report|law|finance|bank|policy|notice|annual)\b/iu,
  natural:
    /\b(?:natur\w+|green|garden\w*|forest|plant\w*|organic|farm\w*|eco\w*|sustainab\w+|hik\w+|mountain\w*|tree\w*|vegan|climate)\b|wald|bosque|forêt|лес|森|自然|숲/iu,
  technical:
    /\b(?:tech\w*|software|app|apps|code|coding|data|ai|api|cloud|startup|product|feature|release\w*|ship\w*|dark mode|platform|security|engineer\w*)\b/iu,
}

const OF_KIND: Partial<Record<PromptKind, readonly Mood[]>> = {
  sad: ['sober'],
  notice: ['sober'],
  offer: ['bold', 'playful'],
  launch: ['bold', 'fresh'],
  event: ['bold', 'elegant'],
  hiring: ['technical', 'fresh'],
  gratitude: ['warm'],
  achievement: ['bold'],
  milestone: ['bold'],
}

/** The moods that a text speaks of, those of its kind first. */
export function findMoods(text: string, kind: PromptKind): Mood[] {
  const found = (Object.keys(WORDS) as Mood[]).filter((mood) => WORDS[mood].test(text))
  return [...new Set([...(OF_KIND[kind] ?? []), ...found])]
}
