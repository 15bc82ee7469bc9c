export { itemizeGeneration, priceGeneration, PRICES } from './prices.ts'
export type { PriceItem, GenerationPrices, PricedGeneration, ResearchMode } from './prices.ts'
