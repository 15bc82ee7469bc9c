export {
  IMAGE_MODEL_NAMES,
  IMAGE_MODELS,
  IMAGE_SIZE_RATIOS,
  IMAGE_SIZES,
  MAX_IMAGE_QUANTITY,
  MAX_STYLE_IMAGES,
} from './models.ts'
export type { ImageModelName, ImageModelRules, ImageSize } from './models.ts'
export {
  generatedImageSchema,
  generateImagesRequestSchema,
  generateImagesResponseSchema,
  IMAGE_PROMPT_MAX_LENGTH,
  imageGenerationPageSchema,
  imageGenerationSchema,
  imageGenerationSummarySchema,
  imageGeneratorSchema,
  imageModelSchema,
  imageModeSchema,
  imageSizeSchema,
  listImageGenerationsQuerySchema,
} from './schemas.ts'
export type {
  GeneratedImage,
  GenerateImagesRequest,
  GenerateImagesResponse,
  ImageGeneration,
  ImageGenerationPage,
  ImageGenerationSummary,
  ImageGenerator,
  ImageMode,
  ListImageGenerationsQuery,
  PromptEnhancement,
} from './schemas.ts'
