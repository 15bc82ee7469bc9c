import { contract } from '@powerpost/contract/routes'
import { describe, expect, it } from 'vitest'
import { createOpenApiDocument } from '../src/index.ts'
import { listLinks } from '../src/links.ts'
import { listRoutes } from '../src/routes.ts'

const document = createOpenApiDocument()
const routes = listRoutes(contract)

describe('the link from a start', () => {
  it('leads to the operation that its status_url names, with the id of the answer', () => {
    const operation = document.paths?.['/api/v1/content/generate']?.post
    expect(operation?.responses?.['200']).toHaveProperty('links', {
      getGeneration: {
        operationId: 'getGeneration',
        description: expect.any(String),
        parameters: {
          'path.id': '$response.body#/generation_id',
          'header.X-Workspace-Id': '$request.header.X-Workspace-Id',
        },
      },
    })
  })

  it('is on every answer that has a status_url, and on no other', () => {
    for (const route of routes) {
      const starts = Object.hasOwn(Object(route.metadata.responseExample), 'status_url')
      expect(listLinks(route, routes) !== undefined, route.path).toBe(starts)
    }
  })

  it('cannot lead nowhere', () => {
    const start = routes.filter(({ path }) => path === '/api/v1/content/generate')
    for (const route of start) expect(() => listLinks(route, start)).toThrow('generateContent')
    expect(start).toHaveLength(1)
  })
})
