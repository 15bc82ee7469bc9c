import { readdir } from 'node:fs/promises'
import { ERRORS } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ work: false })
})
afterAll(() => server.stop())

const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }

async function readPage(path: string): Promise<string> {
  const response = await fetch(`${server.url}${path}`, { headers: BROWSER })
  expect([path, response.status]).toEqual([path, 200])
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  return response.text()
}

const linksOf = (html: string) => [...html.matchAll(/ (?:href|src)="([^"]+)"/g)].map(([, link = '']) => link)

describe("the server's own address", () => {
  it('is a page for browsers, and JSON for programs', async () => {
    expect(await readPage('/')).toContain(`curl</span> ${server.url}/api/v1/content/generate`)
    for (const accept of ['*/*', 'application/json']) {
      const response = await fetch(server.url, { headers: { accept } })
      expect(response.headers.get('vary')).toContain('Accept')
      expect(await response.json()).toEqual({
        name: 'PowerPost',
        docs: `${server.url}/docs`,
        openapi: `${server.url}/openapi.json`,
        health: `${server.url}/readyz`,
      })
    }
  })
})

describe('the pages of the docs', () => {
  it('lead nowhere that is not there: pages, anchors, assets', async () => {
    const pages = new Map<string, string>()
    const open = ['/', '/docs']
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (pages.has(path)) continue
      const html = await readPage(path)
      pages.set(path, html)
      const inside = linksOf(html).map((link) => link.split('#')[0] ?? '')
      open.push(...inside.filter((link) => /^\/docs(\/[a-z-]+)?$/.test(link)))
    }
    const links = new Set([...pages.values()].flatMap(linksOf))
    for (const link of links) {
      if (/^(https?:|mailto:|#)/.test(link)) continue
      const [path = '', anchor] = link.split('#')
      const html = pages.get(path)
      if (html === undefined) expect([link, (await fetch(`${server.url}${path}`)).status]).toEqual([link, 200])
      else if (anchor !== undefined && path !== '/docs/reference')
        expect(html, link).toContain(`id="${decodeURIComponent(anchor)}"`)
    }
    for (const [path, html] of pages)
      for (const link of linksOf(html).filter((link) => link.startsWith('#')))
        expect(html, `${path}${link}`).toContain(`id="${link.slice(1)}"`)
    for (const needed of [
      'quickstart',
      'authentication',
      'webhooks',
      'errors',
      'pagination',
      'idempotency',
      'rate-limits',
      'running',
      'troubleshooting',
    ])
      expect([...pages.keys()]).toContain(`/docs/${needed}`)
  })

  it('say what to copy with the address of this server', async () => {
    const html = await readPage('/docs/quickstart')
    expect(html).toContain(`${server.url}/api/v1/content/generate`)
    expect(html).not.toContain('localhost:3000')
  })

  it('explain every error where doc_url leads', async () => {
    const html = await readPage('/docs/errors')
    for (const code of Object.keys(ERRORS)) expect(html).toContain(`id="${code}"`)
  })

  it('show no file that the index does not list', async () => {
    const unlisted = (await readdir(new URL('../../../../docs', import.meta.url))).filter((name) =>
      name.startsWith('adding-'),
    )
    expect(unlisted.length).toBeGreaterThan(0)
    for (const path of ['README', '..%2fREADME', ...unlisted.map((name) => name.replace('.md', ''))])
      expect([path, (await fetch(`${server.url}/docs/${path}`)).status]).toEqual([path, 404])
  })
})

describe('the assets', () => {
  it('have addresses that change with their content, are kept for a year, and come compressed', async () => {
    const assets = linksOf(await readPage('/docs/reference')).filter((link) => link.startsWith('/docs/assets/'))
    expect(assets.length).toBeGreaterThan(4)
    for (const path of assets) {
      expect(path).toMatch(/\.[0-9a-f]{12}\.(css|js|svg)$/)
      const response = await fetch(`${server.url}${path}`)
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(response.headers.get('content-encoding')).toBe('gzip')
      expect((await response.text()).length).toBeGreaterThan(100)
    }
    const old = (assets[0] ?? '').replace(/\.[0-9a-f]{12}\./, '.000000000000.')
    expect((await fetch(`${server.url}${old}`)).status).toBe(404)
  })
})

describe('the search', () => {
  it('knows every guide and every operation', async () => {
    const entries = z
      .array(z.object({ title: z.string(), page: z.string(), url: z.string(), text: z.string() }))
      .parse(await (await fetch(`${server.url}/docs/search.json`)).json())
    const urls = entries.map(({ url }) => url)
    expect(new Set(urls).size).toBe(urls.length)
    expect(urls).toContain('/docs/webhooks#retries')
    expect(urls).toContain('/docs/reference#tag/content/POST/api/v1/content/generate')
    expect(entries.find(({ url }) => url === '/docs/idempotency')?.text).toContain('a network can fail')
  })
})
