import { principalExample } from '../common/principal.ts'
import type { z } from 'zod'
import type {
  GenerateVideoResponse,
  generateVideoRequestSchema,
  regenerateVideoRequestSchema,
  VideoEstimate,
  VideoGeneration,
  VideoGenerationEvent,
  VideoGenerationPage,
} from './schemas.ts'

const VIDEO_GENERATION_ID = '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a3b'
const MEDIA_ID = '0199a1b2-0000-7000-8000-000000000041'
const PROMPT = 'Two coffees for the price of one'

export const generateVideoRequestExamples = {
  text: { prompt: PROMPT, duration: 5 },
  portrait: { prompt: PROMPT, duration: 8, size: 'portrait', model: 'veo-3.1', has_audio: true },
  image: { prompt: PROMPT, duration: 5, source_image: '0199a1b2-0000-7000-8000-000000000001' },
} satisfies Record<string, z.input<typeof generateVideoRequestSchema>>

export const regenerateVideoRequestExamples = {
  again: {},
  prompt: { prompt: 'Two coffees for the price of one, every Friday' },
} satisfies Record<string, z.input<typeof regenerateVideoRequestSchema>>

export const generateVideoResponseExample: GenerateVideoResponse = {
  video_generation_id: VIDEO_GENERATION_ID,
  status: 'processing',
  credits_used: 15,
  remaining_credits: 35,
  status_url: `/api/v1/videos/generations/${VIDEO_GENERATION_ID}`,
}

export const videoEstimateExample: VideoEstimate = {
  credits: 15,
  credits_silent: 15,
  model: 'kling-3.0-pro',
  duration: 5,
  has_audio: false,
}

const summary = {
  video_generation_id: VIDEO_GENERATION_ID,
  status: 'completed',
  prompt: PROMPT,
  size: 'landscape',
  duration: 5,
  model: 'kling-3.0-pro',
  has_audio: false,
  credits_used: 15,
  livemode: true,
  created_by: principalExample,
  created_at: '2026-11-22T18:53:52.000Z',
  completed_at: '2026-11-22T18:54:04.210Z',
  generator: { model: 'built-in', built_in: true },
} satisfies VideoGenerationPage['data'][number]

const link = (what: string) =>
  `https://powerpost.example.com/api/v1/media/${MEDIA_ID}/${what}?expires=1795892032&signature=c2lnbmVk`

const video = {
  media_id: MEDIA_ID,
  url: link('content'),
  thumbnail_url: link('thumbnail'),
  width: 1920,
  height: 1080,
  duration: 5,
}

export const videoGenerationEventExample: VideoGenerationEvent = {
  number: 3,
  event: 'completed',
  timestamp: '2026-11-22T18:54:04.210Z',
  data: { video_generation_id: VIDEO_GENERATION_ID, status: 'completed', video },
}

export const videoGenerationExample: VideoGeneration = { ...summary, video }

export const videoGenerationPageExample: VideoGenerationPage = { data: [summary], next_cursor: null, has_more: false }
