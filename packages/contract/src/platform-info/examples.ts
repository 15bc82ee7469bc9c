import type { PlatformList, PlatformVersionList, PostTypeRules } from './schemas.ts'

const source = { source: 'https://docs.x.com/x-api/media/quickstart/best-practices', checked: '2026-11' }

export const postTypeRulesExample: PostTypeRules = {
  post_type: 'x-post',
  platform: 'x',
  text: {
    max: 280,
    unit: 'x_weighted',
    source: 'https://docs.x.com/resources/fundamentals/counting-characters',
    checked: '2026-11',
  },
  title_required: false,
  needs: 'text or media',
  images: {
    formats: { allowed: ['image/jpeg', 'image/png', 'image/webp'], ...source },
    count: { max: 4, tolerated: false, ...source },
    bytes: { max: 5_242_880, tolerated: false, ...source },
  },
  options_schema: {
    type: 'object',
    properties: { ai_generated: { type: 'boolean' } },
  },
}

export const platformListExample: PlatformList = {
  platforms: [
    {
      platform: 'x',
      name: 'X',
      publishing: 'not_configured',
      settings: ['POWERPOST_X_CLIENT_ID', 'POWERPOST_X_CLIENT_SECRET'],
      choices: [],
      post_types: [postTypeRulesExample],
    },
  ],
}

export const platformVersionListExample: PlatformVersionList = {
  platform_versions: [
    {
      api: 'meta',
      platforms: ['instagram', 'facebook'],
      version: 'v26.0',
      setting: 'POWERPOST_META_API_VERSION',
      status: 'supported',
      ends_on: null,
      newest: 'v26.0',
      source: 'https://developers.facebook.com/docs/graph-api/changelog',
      checked: '2026-11',
    },
  ],
}
