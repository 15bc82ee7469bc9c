import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBreakingChanges } from '../src/breaking-changes.ts'
import { DOCUMENT, RELEASED } from '../src/run-tool.ts'

const CHANGESETS = fileURLToPath(new URL('../../../.changeset', import.meta.url))

/** Any JSON: what a test takes apart. */
// oxlint-disable-next-line typescript/no-explicit-any
type Json = any

let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'powerpost-breaking-'))
})
afterAll(() => rm(directory, { recursive: true }))

/** What breaks between the released document and one that was changed so. */
async function findBreaks(change: (document: Json) => void): Promise<string[]> {
  const document: Json = JSON.parse(await readFile(RELEASED, 'utf8'))
  change(document)
  const path = join(directory, `${crypto.randomUUID()}.json`)
  await writeFile(path, JSON.stringify(document))
  return findBreakingChanges(RELEASED, path)
}

async function isMajorAnnounced(): Promise<boolean> {
  const names = (await readdir(CHANGESETS)).filter((name) => name.endsWith('.md'))
  const texts = await Promise.all(names.map((name) => readFile(join(CHANGESETS, name), 'utf8')))
  return texts.some((text) => /^'@powerpost\/openapi': major$/m.test(text))
}

describe('the document', () => {
  it('breaks no client of the released one, unless a changeset announces a major version', async () => {
    const breaks = await findBreakingChanges(RELEASED, DOCUMENT)
    expect((await isMajorAnnounced()) ? [] : breaks).toEqual([])
  })
})

const schema = (document: Json, name: string) => document.components.schemas[name]

describe('a client would break on', () => {
  it.each<[string, (document: Json) => void]>([
    ['a path that is gone', ({ paths }) => delete paths['/api/v1/content/generations/{id}']],
    ['an operation that is gone', ({ paths }) => delete paths['/api/v1/writing-styles/{id}'].delete],
    ['a field of an answer that is gone', (document) => delete schema(document, 'Generation').properties.outputs],
    ['a field of an answer that may be absent now', (document) => (schema(document, 'Credits').required = [])],
    ['a field of another type', (document) => (schema(document, 'Credits').properties.balance.type = 'string')],
    [
      'a field of a request that is needed now',
      (document) => schema(document, 'GenerateContentRequest').required.push('cta_text'),
    ],
    ['a value that is no longer taken', (document) => schema(document, 'PostType').enum.pop()],
    [
      'a text that must be shorter',
      (document) => (schema(document, 'GenerateContentRequest').properties.cta_text.maxLength = 50),
    ],
    [
      'a parameter that is needed now',
      ({ paths }) => {
        const { parameters } = paths['/api/v1/content/generations'].get
        parameters.find((parameter: Json) => parameter.name === 'status').required = true
      },
    ],
    ['a parameter that is gone', ({ paths }) => paths['/api/v1/content/generations'].get.parameters.shift()],
  ])('%s', async (_, change) => {
    expect(await findBreaks(change)).not.toEqual([])
  })
})

describe('a client would not notice', () => {
  it.each<[string, (document: Json) => void]>([
    ['nothing', () => undefined],
    ['a path more', ({ paths }) => (paths['/api/v1/more'] = paths['/api/v1/account/credits'])],
    ['a field of an answer more', (document) => (schema(document, 'Credits').properties.held = { type: 'integer' })],
    [
      'a field of a request more, that may be absent',
      (document) => (schema(document, 'GenerateContentRequest').properties.tone = { type: 'string' }),
    ],
    [
      'an error code more',
      (document) => schema(document, 'ErrorBody').properties.error.properties.code.enum.push('NEW'),
    ],
    ['a kind of event more', (document) => schema(document, 'WebhookEventName').enum.push('post.new')],
    [
      'a text that may be longer',
      (document) => (schema(document, 'GenerateContentRequest').properties.cta_text.maxLength = 5_000),
    ],
    ['other words', (document) => (schema(document, 'Credits').description = 'What is left.')],
  ])('%s', async (_, change) => {
    expect(await findBreaks(change)).toEqual([])
  })
})
