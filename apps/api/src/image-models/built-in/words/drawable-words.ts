import { keepDrawable } from '../type/fonts/cover.ts'
import type { CardWords } from './card-words.ts'

/** The words without what no bundled font can draw. What is empty then is left out. */
export async function drawableWords(words: CardWords): Promise<CardWords> {
  const drawable = async (value: unknown): Promise<unknown> => {
    if (typeof value === 'string') return keep(value, words.language)
    if (Array.isArray(value)) return Promise.all(value.map(drawable))
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).map(async ([key, one]) => [key, await drawable(one)] as const)
    return Object.fromEntries((await Promise.all(entries)).filter(([key, one]) => one !== '' || key === 'headline'))
  }
  const { kind, listKind, moods, language, direction, isQuote, ...texts } = words
  // The same shape as before: only strings have changed, and those that may be missing may be missing now.
  const kept = (await drawable(texts)) as typeof texts
  const { staged, dated, contrast, ...others } = kept
  const isPriced = kept.steps.every((step) => step !== '') && kept.prices.every((price) => price !== '')
  return {
    ...others,
    ...(staged?.figure !== undefined && {
      staged: { figure: staged.figure, before: staged.before ?? '', after: staged.after ?? '' },
    }),
    ...(dated?.when !== undefined && dated.headline !== '' && { dated }),
    ...(contrast?.sides.every((side) => side.label && side.text) && { contrast }),
    steps: kept.steps.filter((step) => step !== ''),
    prices: isPriced ? kept.prices : [],
    kind,
    listKind: listKind === 'priced' && !isPriced ? 'marked' : listKind,
    moods,
    language,
    direction,
    isQuote,
  }
}

async function keep(text: string, language: string): Promise<string> {
  return (await keepDrawable(text, language)).replace(/ {2,}/gu, ' ').trim()
}
