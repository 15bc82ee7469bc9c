export {
  DEFAULT_VIDEO_MODEL,
  VIDEO_DIMENSIONS,
  VIDEO_MODEL_NAMES,
  VIDEO_MODELS,
  VIDEO_PROMPT_MAX_LENGTH,
  VIDEO_SIZES,
} from './models.ts'
export type { VideoModelName, VideoModelRules, VideoSize } from './models.ts'
export { generatedVideoSchema } from '../events/data.ts'
export type { GeneratedVideo } from '../events/data.ts'
export {
  generateVideoRequestSchema,
  generateVideoResponseSchema,
  listVideoGenerationsQuerySchema,
  regenerateVideoRequestSchema,
  videoEstimateSchema,
  videoGenerationEventSchema,
  videoGenerationPageSchema,
  videoGenerationSchema,
  videoGenerationSummarySchema,
  videoGeneratorSchema,
  videoModelSchema,
  videoRegenerationSchema,
  videoSizeSchema,
} from './schemas.ts'
export type {
  GenerateVideoRequest,
  GenerateVideoResponse,
  ListVideoGenerationsQuery,
  RegenerateVideoRequest,
  VideoEstimate,
  VideoGeneration,
  VideoGenerationEvent,
  VideoGenerationPage,
  VideoGenerationSummary,
  VideoGenerator,
  VideoRegeneration,
} from './schemas.ts'
