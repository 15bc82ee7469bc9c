export { itemizeGeneration, itemizePublishing, priceGeneration, pricePublishing, PRICES } from './prices.ts'
export type {
  GenerationPrices,
  PricedGeneration,
  PricedPost,
  PriceItem,
  PublishingPriceItem,
  PublishingPrices,
  ResearchMode,
} from './prices.ts'
