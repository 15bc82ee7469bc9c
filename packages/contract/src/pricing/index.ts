export { priceGeneration, PRICES } from './prices.ts'
export type { GenerationPrices, PricedGeneration, ResearchMode } from './prices.ts'
