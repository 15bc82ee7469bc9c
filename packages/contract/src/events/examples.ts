import type { WebhookEventName, WebhookEventOf } from './schemas.ts'

const about = {
  timestamp: '2026-11-22T18:53:52.210Z',
  workspace_id: '0199a1b2-0000-7000-8000-000000000004',
  livemode: true,
} as const

const generation_id = '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b'
const image_generation_id = '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a2b'
const video_generation_id = '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a3b'

const media = (media_id: string) => ({
  media_id,
  url: `https://powerpost.example.com/api/v1/media/${media_id}/content?expires=1795892032&signature=c2lnbmVk`,
  thumbnail_url: `https://powerpost.example.com/api/v1/media/${media_id}/thumbnail?expires=1795892032&signature=c2lnbmVk`,
  width: 1024,
  height: 1024,
})

const item = {
  item_id: '0199a1b2-0000-7000-8000-000000000022',
  post_type: 'x-post',
  platform: 'x',
} as const

const post_id = '0199a1b2-0000-7000-8000-000000000021'

/** A body of every event, valid. */
export const webhookEventExamples: { readonly [Name in WebhookEventName]: WebhookEventOf<Name> } = {
  'generation.completed': {
    event: 'generation.completed',
    ...about,
    data: {
      generation_id,
      status: 'completed',
      outputs: { x: 'We just shipped dark mode across all our apps. #DarkMode' },
    },
  },
  'generation.failed': {
    event: 'generation.failed',
    ...about,
    data: {
      generation_id,
      status: 'failed',
      error_code: 'GENERATION_FAILED',
      error_message: 'The captions could not be written. The credits were refunded; try again.',
    },
  },
  'image_generation.completed': {
    event: 'image_generation.completed',
    ...about,
    data: { image_generation_id, status: 'completed', images: [media('0199a1b2-0000-7000-8000-000000000001')] },
  },
  'image_generation.failed': {
    event: 'image_generation.failed',
    ...about,
    data: {
      image_generation_id,
      status: 'failed',
      error_code: 'IMAGE_GENERATION_FAILED',
      error_message: 'The images could not be generated. The credits were refunded; try again.',
      images: [],
    },
  },
  'video_generation.completed': {
    event: 'video_generation.completed',
    ...about,
    data: {
      video_generation_id,
      status: 'completed',
      video: { ...media('0199a1b2-0000-7000-8000-000000000002'), duration: 5 },
    },
  },
  'video_generation.failed': {
    event: 'video_generation.failed',
    ...about,
    data: {
      video_generation_id,
      status: 'failed',
      error_code: 'VIDEO_GENERATION_FAILED',
      error_message: 'The video could not be generated. The credits were refunded; try again.',
    },
  },
  'post.published': {
    event: 'post.published',
    ...about,
    data: {
      post_id,
      status: 'published',
      items: [
        { ...item, status: 'posted', platform_post_id: '18460', platform_url: 'https://x.com/bakery/status/18460' },
      ],
    },
  },
  'post.failed': {
    event: 'post.failed',
    ...about,
    data: {
      post_id,
      status: 'failed',
      items: [
        { ...item, status: 'failed', error: { code: 'PUBLISH_FAILED', message: 'The platform refused the post.' } },
      ],
    },
  },
  'post.scheduled': {
    event: 'post.scheduled',
    ...about,
    data: {
      post_id,
      status: 'scheduled',
      scheduled_at: '2026-11-24T09:00:00.000Z',
      items: [{ ...item, status: 'draft' }],
    },
  },
  'post.updated': {
    event: 'post.updated',
    ...about,
    data: {
      post_id,
      status: 'published',
      item_id: '0199a1b2-0000-7000-8000-000000000022',
      items: [
        {
          item_id: '0199a1b2-0000-7000-8000-000000000022',
          post_type: 'tiktok-video',
          platform: 'tiktok',
          status: 'posted',
          platform_post_id: '7512345678901234567',
          platform_url: 'https://www.tiktok.com/@bakery/video/7512345678901234567',
        },
      ],
    },
  },
  'connection.expiring': {
    event: 'connection.expiring',
    ...about,
    data: {
      connection_id: '0199a1b2-0000-7000-8000-000000000023',
      platform: 'linkedin',
      display_name: 'Bakery on Main Street',
      status: 'expiring',
      expires_at: '2026-11-28T18:53:52.000Z',
    },
  },
  'connection.expired': {
    event: 'connection.expired',
    ...about,
    data: {
      connection_id: '0199a1b2-0000-7000-8000-000000000023',
      platform: 'x',
      display_name: 'Bakery on Main Street',
      status: 'expired',
    },
  },
  'webhook.test': {
    event: 'webhook.test',
    ...about,
    data: { endpoint_id: '0199a1b2-0000-7000-8000-000000000011', message: 'It works.' },
  },
}
