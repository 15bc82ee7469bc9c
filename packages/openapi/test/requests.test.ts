import { generateContentRequestSchema, listGenerationsQuerySchema, workspaceIdSchema } from '@powerpost/contract'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ParameterObject } from 'openapi3-ts/oas31'
import { describe, expect, it } from 'vitest'
import { createOpenApiDocument } from '../src/index.ts'
import { createValidators } from './validate.ts'

// What the document says and what the server refuses are the same thing.

const document = createOpenApiDocument()
const validatorAt = createValidators(document)

const VALID = { prompt: 'We shipped dark mode', post_types: ['x-post'], research_mode: 'regular' }
const { prompt: _, ...WITHOUT_PROMPT } = VALID
const ID = '0199a1b2-0000-7000-8000-000000000001'
const EMOJI = '\u{1F680}'
const FAMILY = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}'
const NUL = '\u0000'

const ACCEPTED: Record<string, unknown> = {
  'a prompt': VALID,
  'a prompt of 3 characters': { ...VALID, prompt: 'abc' },
  'a prompt of 3 emoji': { ...VALID, prompt: EMOJI.repeat(3) },
  'a prompt of one family emoji, 7 code points': { ...VALID, prompt: FAMILY },
  'a prompt of 500 code points': { ...VALID, prompt: 'a'.repeat(500) },
  'a prompt of 500 emoji': { ...VALID, prompt: EMOJI.repeat(500) },
  'a prompt of several lines': { ...VALID, prompt: 'a\n\nb' },
  'a prompt with spaces around it': { ...VALID, prompt: '  dark mode  ' },
  'a prompt with a lone surrogate': { ...VALID, prompt: 'abc\uD83D' },
  'media without a prompt': { ...WITHOUT_PROMPT, media_ids: [ID] },
  'media with a prompt': { ...VALID, media_ids: [ID] },
  'empty media_ids with a prompt': { ...VALID, media_ids: [] },
  '10 media ids': { ...WITHOUT_PROMPT, media_ids: Array.from({ length: 10 }, (_, index) => `media-${index}`) },
  'a media id twice': { ...WITHOUT_PROMPT, media_ids: [ID, ID] },
  'a media id of 64 characters': { ...WITHOUT_PROMPT, media_ids: ['m'.repeat(64)] },
  'a media id of 64 emoji': { ...WITHOUT_PROMPT, media_ids: [EMOJI.repeat(64)] },
  'a media id that is no UUID': { ...WITHOUT_PROMPT, media_ids: ['f9g0h1i2-j3k4-5678-lmno-pq9876543210'] },
  'a post type twice': { ...VALID, post_types: ['x-post', 'x-post'] },
  'deep research': { ...VALID, research_mode: 'deep' },
  'a writing style': { ...VALID, writing_style_id: 'ws_abc123' },
  'a cta of 100 characters': { ...VALID, cta_text: 'c'.repeat(100) },
  'a cta of 100 emoji': { ...VALID, cta_text: EMOJI.repeat(100) },
  'an empty cta': { ...VALID, cta_text: '' },
  'unknown fields': { ...VALID, max_words: 30, nested: { anything: [null] } },
}

const REFUSED: Record<string, unknown> = {
  'a prompt of 2 characters': { ...VALID, prompt: 'ab' },
  'a prompt of 2 emoji': { ...VALID, prompt: EMOJI.repeat(2) },
  'a prompt of 2 characters between spaces': { ...VALID, prompt: '  ab  ' },
  'a prompt of spaces': { ...VALID, prompt: '     ' },
  'an empty prompt': { ...VALID, prompt: '' },
  'an empty prompt with media': { ...VALID, prompt: '', media_ids: [ID] },
  'a prompt of 501 code points': { ...VALID, prompt: 'a'.repeat(501) },
  'a prompt of 501 emoji': { ...VALID, prompt: EMOJI.repeat(501) },
  'a prompt with NUL': { ...VALID, prompt: `dark${NUL}mode` },
  'a prompt that is null': { ...VALID, prompt: null },
  'a prompt that is a number': { ...VALID, prompt: 12_345 },
  'no prompt and no media': WITHOUT_PROMPT,
  'no prompt and empty media_ids': { ...WITHOUT_PROMPT, media_ids: [] },
  '11 media ids': { ...VALID, media_ids: Array.from({ length: 11 }, (_, index) => `media-${index}`) },
  '11 times one media id': { ...VALID, media_ids: Array.from({ length: 11 }, () => ID) },
  'a media id of 65 characters': { ...VALID, media_ids: ['m'.repeat(65)] },
  'an empty media id': { ...VALID, media_ids: [''] },
  'a media id with NUL': { ...VALID, media_ids: [`m${NUL}`] },
  'a media id that is a number': { ...VALID, media_ids: [1] },
  'media_ids that are a text': { ...VALID, media_ids: ID },
  'media_ids that are null': { ...VALID, media_ids: null },
  'empty post_types': { ...VALID, post_types: [] },
  'an unknown post type': { ...VALID, post_types: ['x-post', 'myspace-post'] },
  'a platform as a post type': { ...VALID, post_types: ['x'] },
  'a post type in capitals': { ...VALID, post_types: ['X-POST'] },
  'post_types that are a text': { ...VALID, post_types: 'x-post' },
  'no post_types': { prompt: VALID.prompt, research_mode: 'regular' },
  'no research mode': { prompt: VALID.prompt, post_types: ['x-post'] },
  'an unknown research mode': { ...VALID, research_mode: 'shallow' },
  'a research mode that is null': { ...VALID, research_mode: null },
  'a writing style of 65 characters': { ...VALID, writing_style_id: 'w'.repeat(65) },
  'an empty writing style': { ...VALID, writing_style_id: '' },
  'a writing style that is null': { ...VALID, writing_style_id: null },
  'a cta of 101 characters': { ...VALID, cta_text: 'c'.repeat(101) },
  'a cta of 101 emoji': { ...VALID, cta_text: EMOJI.repeat(101) },
  'a cta with NUL': { ...VALID, cta_text: NUL },
  'a cta that is null': { ...VALID, cta_text: null },
  'an empty object': {},
  'a list': [VALID],
  'a text': 'We shipped dark mode',
  'a number': 3,
  null: null,
}

describe('a request to generate content', () => {
  const byDocument = validatorAt('#/components/schemas/GenerateContentRequest')

  it.each(Object.entries(ACCEPTED))('with %s is accepted by the document and by the contract', (_, body) => {
    expect(byDocument(body)).toEqual({ valid: true, errors: 'No errors' })
    expect(generateContentRequestSchema.safeParse(body).error).toBeUndefined()
  })

  it.each(Object.entries(REFUSED))('with %s is refused by the document and by the contract', (_, body) => {
    expect(byDocument(body).valid).toBe(false)
    expect(generateContentRequestSchema.safeParse(body).success).toBe(false)
  })

  it('loses the fields that the document does not know', () => {
    expect(generateContentRequestSchema.parse({ ...VALID, extra: true })).toEqual(VALID)
  })
})

describe('a query for generations', () => {
  const byDocument = createQueryValidator('/api/v1/content/generations')

  it.each([
    ['nothing', {}, true],
    ['a limit of 1', { limit: '1' }, true],
    ['a limit of 100', { limit: '100' }, true],
    ['a status', { status: 'completed' }, true],
    ['a cursor', { cursor: 'eyJhIjoxfQ' }, true],
    ['a cursor of 256 emoji', { cursor: EMOJI.repeat(256) }, true],
    ['an unknown name', { colour: 'blue' }, true],
    ['a limit of 0', { limit: '0' }, false],
    ['a limit of 101', { limit: '101' }, false],
    ['a limit of 1.5', { limit: '1.5' }, false],
    ['a limit in words', { limit: 'ten' }, false],
    ['an unknown status', { status: 'done' }, false],
    ['an empty cursor', { cursor: '' }, false],
    ['a cursor of 257 characters', { cursor: 'c'.repeat(257) }, false],
    ['a cursor with NUL', { cursor: NUL }, false],
  ])('with %s: document and contract agree', (_, query, accepted) => {
    expect(byDocument({ ...query })).toBe(accepted)
    expect(listGenerationsQuerySchema.safeParse(query).success).toBe(accepted)
  })
})

describe('a workspace id', () => {
  const byDocument = validatorAt('#/components/parameters/WorkspaceId/schema')

  it.each([
    ['a UUID v7', '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b', true],
    ['a UUID v4 in capitals', '550E8400-E29B-41D4-A716-446655440000', true],
    ['a UUID of no known version', '0199a1b2-7c3d-0e4f-0a5b-6c7d8e9f0a1b', true],
    ['a UUID without dashes', '0199a1b27c3d7e4f8a5b6c7d8e9f0a1b', false],
    ['a UUID in braces', '{0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b}', false],
    ['the name of a placeholder', 'YOUR_WORKSPACE_ID', false],
    ['nothing', '', false],
  ])('that is %s: document and contract agree', (_, id, accepted) => {
    expect(byDocument(id).valid).toBe(accepted)
    expect(workspaceIdSchema.safeParse(id).success).toBe(accepted)
  })
})

/** Judges a query string's values by the parameters of a GET: texts, which a number or a boolean is read from. */
function createQueryValidator(path: string) {
  const parameters = (document.paths?.[path]?.get?.parameters ?? []).filter(
    (parameter): parameter is ParameterObject => 'in' in parameter && parameter.in === 'query',
  )
  const ajv = new Ajv2020({ coerceTypes: true, strict: false })
  const properties = Object.fromEntries(parameters.map(({ name, schema }) => [name, schema]))
  return ajv.compile({ type: 'object', properties, components: document.components })
}
