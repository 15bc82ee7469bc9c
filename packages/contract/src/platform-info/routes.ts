import { initContract } from '@ts-rest/core'
import type { Operation } from '../common/operation.ts'
import { errorResponses } from '../errors/index.ts'
import { platformListExample, platformVersionListExample, postTypeRulesExample } from './examples.ts'
import { platformListSchema, platformVersionListSchema, postTypePathSchema, postTypeRulesSchema } from './schemas.ts'

const c = initContract()

export const platformInfoRoutes = c.router({
  list: {
    method: 'GET',
    path: '/platforms',
    summary: 'List platforms',
    description:
      'Every platform: whether accounts can be connected, and what each of its post types accepts, with the source of each figure.',
    responses: { 200: platformListSchema, ...errorResponses('FORBIDDEN') },
    metadata: {
      operationId: 'listPlatforms',
      tag: 'Platforms',
      scope: 'posts:read',
      workspace: false,
      responseExample: platformListExample,
    } satisfies Operation,
  },
  get: {
    method: 'GET',
    path: '/platforms/:post_type',
    summary: 'Get the rules of a post type',
    description:
      'What a post type accepts: texts, media, and a JSON Schema of its options. What one account may do less is in `GET /connections/{id}/capabilities`.',
    pathParams: postTypePathSchema,
    responses: { 200: postTypeRulesSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN') },
    metadata: {
      operationId: 'getPostTypeRules',
      tag: 'Platforms',
      scope: 'posts:read',
      workspace: false,
      responseExample: postTypeRulesExample,
    } satisfies Operation,
  },
  listVersions: {
    method: 'GET',
    path: '/platform-versions',
    summary: 'List versions of platform APIs',
    description: 'Which version of each platform API this server uses, and when its owner ends it.',
    responses: { 200: platformVersionListSchema, ...errorResponses('FORBIDDEN') },
    metadata: {
      operationId: 'listPlatformVersions',
      tag: 'Platforms',
      scope: 'posts:read',
      workspace: false,
      responseExample: platformVersionListExample,
    } satisfies Operation,
  },
})
