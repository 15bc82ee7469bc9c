export { itemizeGeneration, itemizePublishing, priceGeneration, pricePublishing, PRICES, priceVideo } from './prices.ts'
export type {
  GenerationPrices,
  PricedGeneration,
  PricedPost,
  PricedVideo,
  PriceItem,
  PublishingPriceItem,
  PublishingPrices,
  ResearchMode,
  VideoPrice,
  VideoPrices,
} from './prices.ts'
