// Made from packages/contract by `pnpm generate`: change it there.

import type { Operations } from '../core/described.ts'

/** What each method of the client does. */
export const OPERATIONS: Operations = {
  content: {
    generate: 'POST ./generate body streams:generations,generation_id',
    estimate: 'POST ./estimate body',
    generations: {
      _: 'list get',
      waitFor: 'get completed,failed Generation',
      stream: 'GET ./:id/events events:completed,failed',
      regenerate: 'POST ./:id/regenerate body streams:,generation_id,regeneration,Generation',
    },
  },
  media: {
    _: 'list get delete',
    upload: 'POST ./upload file:file',
    fromUrl: 'POST ./from-url body',
    renditions: {
      create: 'POST /media/:id/renditions body',
      list: 'GET /media/:id/renditions query list',
      get: 'GET /media/:id/renditions/:rendition_id',
      waitFor: 'get completed,failed Rendition',
    },
  },
  images: {
    generate: 'POST ./generate body streams:generations,image_generation_id',
    generations: {
      _: 'list get',
      waitFor: 'get completed,failed ImageGeneration',
      stream: 'GET ./:id/events events:completed,failed',
      regenerate: 'POST ./:id/regenerate body streams:,image_generation_id,regeneration,ImageGeneration',
    },
  },
  videos: {
    generate: 'POST ./generate body streams:generations,video_generation_id',
    estimate: 'POST ./estimate body',
    generations: {
      _: 'list get',
      waitFor: 'get completed,failed VideoGeneration',
      stream: 'GET ./:id/events events:completed,failed',
      regenerate: 'POST ./:id/regenerate body streams:,video_generation_id,regeneration,VideoGeneration',
    },
  },
  posts: {
    _: 'create list get update delete',
    waitFor: 'get published,failed Post',
    preflight: 'POST ./preflight body',
    publish: 'POST ./:id/publish starts:,post_id',
    schedule: 'POST ./:id/schedule body',
    cancel: 'POST ./:id/cancel',
    items: {
      retry: 'POST /posts/:id/items/:item_id/retry body',
    },
  },
  postItems: {
    analytics: 'GET ./:id/analytics query',
  },
  analytics: {
    summary: 'GET ./summary query',
  },
  queues: {
    _: 'list create get update delete',
    slots: 'GET ./:id/slots query',
  },
  calendar: {
    entries: {
      _: 'create get update delete',
      list: 'GET . query',
    },
    feeds: {
      _: 'list delete',
      create: 'POST . body once:url',
    },
  },
  connections: {
    _: 'list create get delete',
    health: 'GET ./:id/health',
    limits: 'GET ./:id/limits',
    capabilities: 'GET ./:id/capabilities',
    requests: {
      _: 'get',
      waitFor: 'get choosing,connected,failed,expired ConnectionRequest',
      choose: 'POST ./:id/choose body',
    },
    choices: {
      get: 'GET /connections/:id/choices/:name',
    },
  },
  platforms: {
    list: 'GET . account',
    get: 'GET ./:post_type account',
  },
  platformVersions: {
    get: 'GET . account',
  },
  account: {
    credits: 'GET ./credits',
    ledger: {
      list: 'GET /account/credits/ledger query list',
    },
    workspaces: {
      _: 'list create update',
      delete: 'DELETE ./:id query',
    },
    apiKeys: {
      _: 'list',
      create: 'POST . body once:key',
      delete: 'DELETE ./:id query',
    },
    audit: {
      _: 'list',
    },
  },
  brand: {
    get: 'GET .',
    replace: 'PUT . body',
  },
  writingStyles: {
    _: 'list create get update delete',
    fromPosts: 'POST ./from-posts body',
  },
  webhooks: {
    endpoints: {
      _: 'list get update delete',
      create: 'POST . body once:secret',
      rotateSecret: 'POST ./:id/rotate-secret once:secret',
      test: 'POST ./:id/test',
      replay: 'POST ./:id/replay body',
    },
    deliveries: {
      _: 'list get',
      replay: 'POST ./:id/replay',
    },
  },
}
