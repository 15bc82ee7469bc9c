import type { WritingRules } from '#reading/rules/writing-rules.ts'
import type { Span } from '#reading/text/span.ts'
import { changeOutside } from './outside.ts'

/** Stems that the two spell differently, British first: the commonest in what brands write. */
const PAIRS = `colour/color flavour/flavor favourite/favorite neighbour/neighbor labour/labor honour/honor humour/humor
harbour/harbor odour/odor rumour/rumor savour/savor centre/center theatre/theater litre/liter fibre/fiber
organise/organize realise/realize recognise/recognize specialise/specialize customise/customize optimise/optimize
analyse/analyze apologise/apologize prioritise/prioritize travelling/traveling traveller/traveler
travelled/traveled cancelled/canceled cancelling/canceling jewellery/jewelry grey/gray catalogue/catalog
defence/defense offence/offense pyjama/pajama mould/mold plough/plow aluminium/aluminum cosy/cozy
sceptical/skeptical yoghurt/yogurt enrol/enroll fulfil/fulfill skilful/skillful organisation/organization
organising/organizing realising/realizing recognising/recognizing customising/customizing moustache/mustache`
  .split(/\s+/u)
  .map((pair) => pair.split('/') as [string, string])

/** Spells the words that the two spell differently as a rule wants. */
export function changeSpelling(text: string, spelling: WritingRules['spelling'], spans: readonly Span[]): string {
  if (spelling === undefined) return text
  return changeOutside(text, spans, (words) =>
    PAIRS.reduce((said, [british, american]) => {
      const [from, to] = spelling === 'british' ? [american, british] : [british, american]
      // Where the wanted form begins with the other one (`enrol`, `enroll`), it may stand there already.
      const ahead = to.startsWith(from) ? `(?!${to.slice(from.length)})` : ''
      const behind = WHOLE.has(from) ? String.raw`(?=s?(?!\p{L}))` : ''
      return said.replace(new RegExp(String.raw`(?<!\p{L})${from}${ahead}${behind}`, 'giu'), (found) =>
        inCaseOf(found, to),
      )
    }, words),
  )
}

/** They bend in other ways, or begin other words: with no more than an `s` behind them. */
const WHOLE: ReadonlySet<string> = new Set(
  'center centre theater theatre liter litre fiber fibre gray grey mold mould catalog catalogue fulfill fulfil enroll enrol'.split(
    ' ',
  ),
)

function inCaseOf(found: string, to: string): string {
  if (found === found.toUpperCase()) return to.toUpperCase()
  return /^\p{Lu}/u.test(found) ? `${to.charAt(0).toUpperCase()}${to.slice(1)}` : to
}
