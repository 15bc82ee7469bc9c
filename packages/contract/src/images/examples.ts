import { principalExample } from '../common/principal.ts'
import type { z } from 'zod'
import type {
  GenerateImagesResponse,
  generateImagesRequestSchema,
  ImageGeneration,
  ImageGenerationEvent,
  ImageGenerationPage,
  regenerateImagesRequestSchema,
} from './schemas.ts'

const IMAGE_GENERATION_ID = '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a2b'
const MEDIA_ID = '0199a1b2-0000-7000-8000-000000000031'
const PROMPT = 'Two coffees for the price of one'

export const generateImagesRequestExamples = {
  text: { prompt: PROMPT, size: 'feed', quantity: 2 },
  reference: { prompt: PROMPT, style_images: ['0199a1b2-0000-7000-8000-000000000001'], model: 'nano-banana-2' },
  post: {
    generation_id: '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b',
    source_post_type: 'x-post',
    size: 'landscape',
    model: 'gpt-image-1.5',
  },
} satisfies Record<string, z.input<typeof generateImagesRequestSchema>>

export const regenerateImagesRequestExamples = {
  images: { positions: [1] },
  prompt: { positions: [0, 1], prompt: 'Two coffees for the price of one, every Friday' },
} satisfies Record<string, z.input<typeof regenerateImagesRequestSchema>>

export const generateImagesResponseExample: GenerateImagesResponse = {
  image_generation_id: IMAGE_GENERATION_ID,
  status: 'processing',
  credits_used: 5,
  remaining_credits: 45,
  status_url: `/api/v1/images/generations/${IMAGE_GENERATION_ID}`,
}

const summary = {
  image_generation_id: IMAGE_GENERATION_ID,
  status: 'completed',
  prompt: PROMPT,
  mode: 'text',
  size: 'square',
  quantity: 1,
  model: 'flux2-flex',
  credits_used: 5,
  livemode: true,
  created_by: principalExample,
  created_at: '2026-11-22T18:53:52.000Z',
  completed_at: '2026-11-22T18:53:58.210Z',
  generator: { model: 'built-in', built_in: true },
} satisfies ImageGenerationPage['data'][number]

const link = (what: string) =>
  `https://powerpost.example.com/api/v1/media/${MEDIA_ID}/${what}?expires=1795892032&signature=c2lnbmVk`

const image = {
  media_id: MEDIA_ID,
  url: link('content'),
  thumbnail_url: link('thumbnail'),
  width: 1080,
  height: 1080,
}

export const imageGenerationEventExample: ImageGenerationEvent = {
  number: 3,
  event: 'image',
  timestamp: '2026-11-22T18:53:57.900Z',
  data: { image_generation_id: IMAGE_GENERATION_ID, status: 'processing', position: 0, image },
}

export const imageGenerationExample: ImageGeneration = {
  ...summary,
  images: [image],
}

export const imageGenerationPageExample: ImageGenerationPage = { data: [summary], next_cursor: null, has_more: false }
