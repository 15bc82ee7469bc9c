import { principalExample } from '../common/principal.ts'
import type { Post, PublishPostResponse } from './posts.ts'
import type { Preflight } from './preflight.ts'
import type { CreatePostRequest } from './requests.ts'

export const createPostRequestExamples = {
  generation: {
    generation_id: '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b',
    items: [
      { post_type: 'x-post' },
      { post_type: 'instagram-feed', media_ids: ['0199a1b2-0000-7000-8000-000000000001'] },
    ],
  },
  'described media': {
    items: [
      {
        post_type: 'x-post',
        content: 'Fresh from the oven.',
        media: [{ media_id: '0199a1b2-0000-7000-8000-000000000001', alt_text: 'A loaf of rye bread on a table' }],
      },
    ],
  },
  text: { items: [{ post_type: 'x-post', content: 'Dark mode is here. #darkmode' }] },
} satisfies Record<string, CreatePostRequest>

const x: Post['items'][number] = {
  item_id: '0199a1b2-0000-7000-8000-000000000032',
  post_type: 'x-post',
  platform: 'x',
  content: 'Dark mode is here. #darkmode',
  media_ids: [],
  media: [],
  fit: 'auto',
  on_limit: 'wait',
  status: 'draft',
  attempts: 0,
}

export const draftExample: Post = {
  post_id: '0199a1b2-0000-7000-8000-000000000031',
  status: 'draft',
  generation_id: '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b',
  credits_used: 0,
  livemode: true,
  created_by: principalExample,
  created_at: '2026-11-22T18:53:52.000Z',
  updated_at: '2026-11-22T18:53:52.000Z',
  items: [x],
}

export const scheduledPostExample: Post = {
  ...draftExample,
  status: 'scheduled',
  scheduled_at: '2026-12-24T18:00:00.000Z',
  items: [{ ...x, connection_id: '0199a1b2-0000-7000-8000-000000000041', platform_account_name: '@powerpost' }],
}

export const publishedPostExample: Post = {
  ...draftExample,
  status: 'published',
  outcome: 'all',
  credits_used: 4,
  updated_at: '2026-11-22T18:54:10.000Z',
  published_at: '2026-11-22T18:54:10.000Z',
  items: [
    {
      ...x,
      connection_id: '0199a1b2-0000-7000-8000-000000000041',
      platform_account_name: '@powerpost',
      status: 'posted',
      platform_post_id: '1993482773340123456',
      platform_url: 'https://x.com/powerpost/status/1993482773340123456',
      posted_at: '2026-11-22T18:54:10.000Z',
      attempts: 1,
    },
  ],
}

export const publishPostResponseExample: PublishPostResponse = {
  post_id: draftExample.post_id,
  status: 'publishing',
  credits_used: 4,
  remaining_credits: 36,
  status_url: `/api/v1/posts/${draftExample.post_id}`,
}

export const preflightExample: Preflight = {
  publishable: false,
  credits: 4,
  breakdown: [
    { item: 'post', quantity: 1, credits_each: 1, credits: 1 },
    { item: 'x', quantity: 1, credits_each: 3, credits: 3 },
  ],
  problems: [
    {
      item: 0,
      post_type: 'x-post',
      path: 'items[0].content',
      severity: 'error',
      rule: 'text_length',
      limit: 280,
      actual: 312,
      message: 'A post on X takes at most 280 characters, as X counts them, and this has 312. Shorten it by 32.',
    },
  ],
  changes: [],
}
