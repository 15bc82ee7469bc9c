import { initContract } from '@ts-rest/core'
import { workspaceHeaders } from '../common/headers.ts'
import type { Operation } from '../common/operation.ts'
import { errorResponses, JSON_BODY_ERRORS } from '../errors/index.ts'
import * as schemas from './schemas.ts'

const c = initContract()

const profile: schemas.PutBrandRequest = {
  name: 'Copper Pot',
  handle: '@copperpot',
  audience: 'people who cook at home',
  locale: 'en-GB',
  time_zone: 'Europe/London',
  slogan: 'Slow roasts, good days.',
  avoid: ['cheap'],
  fixed_hashtags: ['#CopperPot'],
  colors: ['#b87333', '#1d1d1f'],
  defaults: { tone: 'warm and dry', emoji: 'few', hashtags: 3 },
}

const example: schemas.Brand = {
  workspace_id: '0199a1b2-0000-7000-8000-00000000000a',
  ...profile,
  livemode: true,
  updated_at: '2026-11-22T18:53:52.000Z',
}

export const brandRoutes = c.router({
  get: {
    method: 'GET',
    path: '/brand',
    summary: 'Get the brand profile',
    description: 'The brand profile of the workspace; without one, an empty profile.',
    headers: workspaceHeaders,
    responses: { 200: schemas.brandSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN') },
    metadata: {
      operationId: 'getBrand',
      tag: 'Brand',
      scope: 'settings:read',
      workspace: true,
      responseExample: example,
    } satisfies Operation,
  },
  put: {
    method: 'PUT',
    path: '/brand',
    summary: 'Save the brand profile',
    description:
      'Saves the whole brand profile of the workspace: what is left out is removed. Generations that were accepted earlier keep the profile as it was.',
    headers: workspaceHeaders,
    body: schemas.putBrandRequestSchema,
    responses: { 200: schemas.brandSchema, ...errorResponses(...JSON_BODY_ERRORS, 'FORBIDDEN') },
    metadata: {
      operationId: 'replaceBrand',
      tag: 'Brand',
      scope: 'settings:write',
      workspace: true,
      changes: 'brand',
      requestExamples: { profile },
      responseExample: example,
    } satisfies Operation,
  },
})
