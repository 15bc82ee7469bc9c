/** A space at which no line ends. */
const NO_BREAK = '\u00a0'

const NAME = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*`
const STREET = String.raw`(?:street|st|road|rd|lane|ln|avenue|ave|square|sq|way|drive|court|ct|place|boulevard|blvd|terrace|row|hill|quay|gardens?|crescent)`
const STREET_FIRST = String.raw`(?:rue|avenue|boulevard|place|quai|calle|plaza|paseo|via|viale|piazza|corso|rua|avenida|praça|ulica|aleja|jalan|đường|phố|οδός|улица|проспект|вулиця|площадь)`
// An abbreviation that says nothing without what follows it.
const LEANING = String.raw`(?:ул|вул|пр|просп|пл|пер|д|кв|ul|al|pl|os|jl|av|ave|st|str|mr|mrs|ms|dr|prof|no|nr|tel|apt|c|avda)`

/** What is read in one breath, and what is no longer than a line then. */
const HELD: readonly RegExp[] = [
  // `221 Baker Street`, `12 rue de la Paix`
  new RegExp(String.raw`(?<![\p{L}\p{N}])\d{1,5}\p{L}?\s(?:${NAME}\s){1,2}${STREET}(?!\p{L})`, 'giu'),
  new RegExp(String.raw`(?<![\p{L}\p{N}])\d{1,5}(?:\s?bis)?,?\s${STREET_FIRST}\s(?:d[eu]s?\s(?:la\s)?)?${NAME}`, 'giu'),
  // `Calle Mayor 5`, `ул. Ленина, 25`
  new RegExp(String.raw`(?<!\p{L})${STREET_FIRST}\s[^\d,.;:!?]{2,16},?\s\d{1,4}`, 'giu'),
  new RegExp(String.raw`(?<!\p{L})${LEANING}\.\s[^\s,]+(?:,\s\d{1,4})?`, 'giu'),
  /(?<!\p{L})(?:רחוב|רח['׳]|שדרות|שד['׳]|شارع|جادة)\s[^\s,]+(?:\s\d{1,4})?/gu,
  // `Lindenstraße 12`, `דיזנגוף 99`, `Room 4`: a number that closes a phrase, and the name before it.
  /(?<![\p{L}\p{M}])[\p{Lu}\p{Lo}][\p{L}\p{M}'’-]+\s\d{1,4}\p{L}?(?=[,.;)!?]|\s*$)/gu,
]
const LONGEST = 24

/** The text with spaces that hold together what is read together: a house number and its street, an abbreviation and its name. */
export function holdTogether(text: string): string {
  let held = text
  for (const pattern of HELD) {
    held = held.replace(pattern, (found) => (found.length <= LONGEST ? found.replace(/\s+/gu, NO_BREAK) : found))
  }
  return held
}
