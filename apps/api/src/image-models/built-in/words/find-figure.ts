const NUMBER = String.raw`\p{Nd}{1,3}(?:[.,٬\u00a0\u202f]\p{Nd}{3})+|\p{Nd}+(?:[.,٫]\p{Nd}+)?`
const SIGN = String.raw`[$€£¥₹₩₺₴₽₫฿₱₦₪]`
const FIGURE = new RegExp(
  String.raw`(?<![\p{N}.,:/#-]|(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\p{L})(?:(?:R|US|A|C)?${SIGN}\s?(?:${NUMBER})(?:\s?(?:k|m|bn|b|million|billion)(?!\p{L}))?|[%％٪]\s?(?:${NUMBER})|(?:${NUMBER})\s?(?:%|％|٪|${SIGN})|(?:${NUMBER})(?:円|元|원)|(?:${NUMBER})\s(?:zł|kr|Kč|Ft|CHF|TL|lei|руб\.?|грн|บาท)(?!\p{L})|(?:${NUMBER})(?:k|m|x|×)(?![\p{L}])|\d{1,3}(?:[.,\u00a0\u202f]\d{3})+\+?|\d+\+?)(?![\p{N}:/]|(?<![円元원])\p{L})`,
  'giu',
)
const MONTH = String.raw`(?:jan|feb|mar|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])`
const NOT_BEFORE = new RegExp(
  String.raw`^(?:st|nd|rd|th|\.|º|°)?\s?(?:a\.?m\b|p\.?m\b|uhr|h\b|o['’]clock|de\s|${MONTH}|[年月日時点分년월일시])`,
  'iu',
)
const NOT_AFTER = new RegExp(
  String.raw`(?:${MONTH}\p{L}*\.?|\bat|\bum|\broom|\bversion|\bno\.?|\bpage|\bchapter|\bstep|\bbatch|\blot|\bmodel|\border|\bcode|\bserial|\bcharge|[满滿第]|[–-])\s*$`,
  'iu',
)

/** The one figure that a sentence is about: a share, a sum, a count. Not a date, a time, a year or a version. */
export function findFigure(text: string): string | undefined {
  const figures = [...text.matchAll(FIGURE)]
    .map((match) => ({
      figure: match[0].trim(),
      before: text.slice(0, match.index),
      after: text.slice(match.index + match[0].length),
    }))
    .filter(({ figure, before, after }) => !NOT_BEFORE.test(after) && !NOT_AFTER.test(before) && isTelling(figure))
  const strong = figures.filter(({ figure }) => /[%％٪$€£¥₹₩₺₴₽₫฿₱₦₪円元원]|\s\p{L}/u.test(figure))
  const [only, ...others] = strong.length > 0 ? strong : figures
  return only && others.length === 0 && only.figure.length <= 10 ? only.figure : undefined
}

function isTelling(figure: string): boolean {
  const isYear = /^(?:19|20)\d\d$/u.test(figure)
  // A bare small number counts something in passing, as a rule: `12 models`, `180 grams`.
  return !isYear && (/\P{Nd}/u.test(figure) || figure.length >= 4) && /(?![0०০٠۰])\p{Nd}/u.test(figure)
}
