export { itemizeGeneration, priceGeneration, pricePublishing, PRICES } from './prices.ts'
export type { PriceItem, GenerationPrices, PricedGeneration, PublishingPrices, ResearchMode } from './prices.ts'
