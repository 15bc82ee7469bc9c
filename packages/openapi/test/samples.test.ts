import { contract, clientAnswerOf } from '@powerpost/contract/routes'
import { describe, expect, it } from 'vitest'
import { createOpenApiDocument } from '../src/index.ts'
import { listRoutes } from '../src/routes.ts'
import { toCurl } from '../src/samples/curl.ts'
import { toPython } from '../src/samples/python.ts'
import { listOperations } from './walk.ts'

const document = createOpenApiDocument()
const methods = new Set<unknown>(
  listRoutes(contract)
    .filter(clientAnswerOf)
    .map(({ metadata }) => metadata.operationId),
)
const address = [{ text: 'http://localhost:3000/api/v1/posts/' }, { variable: 'POST_ID' }, { text: '/publish' }]
const headers = { 'x-api-key': 'POWERPOST_API_KEY' }

describe('code samples', () => {
  const ofMethods = listOperations(document).filter(({ operation }) => methods.has(operation.operationId))

  it.each(ofMethods)('of $method $path are there in every language', ({ operation }) => {
    const samples: unknown = operation['x-codeSamples']
    expect(samples).toMatchObject([{ label: 'curl' }, { label: '@powerpost/client' }, { label: 'Python' }])
  })

  it('quote what a shell would read otherwise', () => {
    const body = { kind: 'json', value: { prompt: `It's $5 \`now\`` } } as const
    expect(toCurl({ method: 'POST', address, headers, body, isStream: false })).toContain(
      String.raw`'{
    "prompt": "It'\''s $5 ` + '`now`"',
    )
  })

  it('say the method where curl would take another', () => {
    expect(toCurl({ method: 'POST', address, headers, isStream: false })).toMatch(
      /^curl -X POST .*\/posts\/\$POST_ID\/publish/,
    )
    expect(toCurl({ method: 'GET', address, headers, isStream: false })).toMatch(/^curl http/)
  })

  it('write JSON as Python has it', () => {
    const body = { kind: 'json', value: { on: true, off: false, none: null, list: [1, 'two'] } } as const
    expect(toPython({ method: 'PATCH', address, headers, body, isStream: false })).toContain(
      'json={"on": True, "off": False, "none": None, "list": [1, "two"]},',
    )
  })
})
