import { principalExample } from '../common/principal.ts'
import type { z } from 'zod'
import type {
  Estimate,
  GenerateContentResponse,
  generateContentRequestSchema,
  Generation,
  GenerationEvent,
  GenerationPage,
  RegenerateRequest,
} from './schemas.ts'

const GENERATION_ID = '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b'

export const generateContentRequestExamples = {
  text: {
    prompt: 'We just shipped dark mode across all our apps',
    post_types: ['instagram-reel', 'tiktok-video', 'x-post'],
    research_mode: 'regular',
  },
  images: {
    media_ids: ['0199a1b2-0000-7000-8000-000000000001'],
    prompt: 'Behind the scenes at our product launch',
    post_types: ['instagram-feed', 'facebook-post'],
    research_mode: 'regular',
  },
  video: {
    media_ids: ['0199a1b2-0000-7000-8000-000000000002'],
    prompt: 'Focus on the key insights about productivity',
    post_types: ['tiktok-video', 'youtube-short'],
    research_mode: 'deep',
  },
  controls: {
    prompt: 'We just shipped dark mode across all our apps',
    post_types: ['instagram-feed', 'x-post'],
    research_mode: 'regular',
    language: 'en',
    tone: 'warm and dry',
    length: 'short',
    emoji: 'none',
    hashtags: 2,
    avoid: ['game changer'],
    variants: 2,
    include: ['first_comment', 'thread'],
  },
} satisfies Record<string, z.input<typeof generateContentRequestSchema>>

export const generateContentResponseExample: GenerateContentResponse = {
  generation_id: GENERATION_ID,
  status: 'processing',
  credits_used: 10,
  remaining_credits: 90,
  status_url: `/api/v1/content/generations/${GENERATION_ID}`,
}

export const estimateExample: Estimate = {
  credits: 10,
  input_type: 'text',
  platforms: ['instagram', 'tiktok', 'x'],
  breakdown: [
    { item: 'first_platform', quantity: 1, credits_each: 6, credits: 6 },
    { item: 'further_platforms', quantity: 2, credits_each: 2, credits: 4 },
  ],
}

export const regenerateRequestExamples = {
  controls: { platforms: ['x'], length: 'short', emoji: 'none', variants: 2 },
  shorter: { platforms: ['x'], instruction: 'Shorter, and without emoji' },
} satisfies Record<string, RegenerateRequest>

const summary = {
  generation_id: GENERATION_ID,
  status: 'completed',
  prompt: 'We just shipped dark mode across all our apps',
  platforms: ['tiktok', 'x'],
  research_mode: 'regular',
  input_type: 'text',
  credits_used: 8,
  livemode: true,
  created_by: principalExample,
  created_at: '2026-11-22T18:53:52.000Z',
  completed_at: '2026-11-22T18:53:52.210Z',
  generator: { model: 'built-in', built_in: true, research: 'none' },
} satisfies GenerationPage['data'][number]

export const generationExample: Generation = {
  ...summary,
  outputs: {
    tiktok: 'We just shipped dark mode across all our apps. #DarkMode #Apps',
    x: 'We just shipped dark mode across all our apps. #DarkMode',
  },
  details: {
    tiktok: { length: 61, limit: 2200, hashtags: ['#DarkMode', '#Apps'] },
    x: { length: 56, limit: 280, hashtags: ['#DarkMode'] },
  },
}

export const generationEventExample: GenerationEvent = {
  number: 4,
  event: 'caption',
  timestamp: '2026-11-22T18:53:52.190Z',
  data: {
    generation_id: GENERATION_ID,
    status: 'processing',
    platform: 'x',
    outputs: { x: 'We just shipped dark mode across all our apps. #DarkMode' },
  },
}

export const generationPageExample: GenerationPage = { data: [summary], next_cursor: null, has_more: false }
