import { createOpenApiDocument } from '@powerpost/openapi'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { launchBrowser, openPage } from './open-page.ts'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  server = await startTestServer({ credits: 47 })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const PHONE = 390
const DESKTOP = 1440

describe.each([
  [PHONE, 'light'],
  [PHONE, 'dark'],
  [DESKTOP, 'light'],
  [DESKTOP, 'dark'],
] as const)('the reference on a screen of %d pixels, %s', (width, colorScheme) => {
  it('shows the document, asks no other host, and has nothing to complain of', async () => {
    const { page, complaints, strayRequests } = await openPage(browser, {
      url: `${server.url}/docs`,
      width,
      colorScheme,
    })
    await page.getByRole('heading', { name: 'PowerPost API' }).waitFor()
    await page.getByRole('heading', { name: 'Generate content' }).waitFor()
    expect({ complaints, strayRequests }).toEqual({ complaints: [], strayRequests: [] })
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
    const [red = 255] =
      (await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')).match(/\d+/g)?.map(Number) ?? []
    expect(red < 128).toBe(colorScheme === 'dark')
    await page.context().close()
  })
})

describe.each([
  [PHONE, 'light'],
  [DESKTOP, 'dark'],
] as const)('the reference on a screen of %d pixels', (width, colorScheme) => {
  it('calls the server with a key and shows its answer', async () => {
    const url = `${server.url}/docs#tag/account/GET/api/v1/account/credits`
    const { page, complaints, strayRequests } = await openPage(browser, { url, width, colorScheme })
    await page.getByRole('button', { name: 'Test Request (get /api/v1/account/credits)', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('input.scalar-password-input').fill(server.apiKey)
    await dialog.getByRole('button', { name: /^send/i }).first().click()
    await dialog.getByText('"balance"').waitFor()
    await dialog.getByText('47').first().waitFor()
    expect({ complaints, strayRequests }).toEqual({ complaints: [], strayRequests: [] })
    await page.context().close()
  })
})

describe('the page', () => {
  it('may run no script but its own, and ask no other host', async () => {
    const { headers } = await fetch(`${server.url}/docs`)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("connect-src 'self';")
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('cannot be made to speak to another host by a script in it', async () => {
    const { page } = await openPage(browser, { url: `${server.url}/docs`, width: DESKTOP, colorScheme: 'light' })
    expect(await page.evaluate("fetch('http://127.0.0.1:9').catch(({ message }) => message)")).toBe('Failed to fetch')
    await page.context().close()
  })

  it('still explains every error at its anchor', async () => {
    const url = `${server.url}/docs/errors#INSUFFICIENT_CREDITS`
    const { page, complaints } = await openPage(browser, { url, width: PHONE, colorScheme: 'light' })
    expect(await page.locator(':target').innerText()).toContain('INSUFFICIENT_CREDITS')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('names every operation in its menu', async () => {
    const { page } = await openPage(browser, { url: `${server.url}/docs`, width: DESKTOP, colorScheme: 'light' })
    for (const item of Object.values(createOpenApiDocument().paths ?? {})) {
      for (const { summary } of [item.get, item.post, item.patch, item.put, item.delete].flatMap((one) => one ?? [])) {
        await page
          .getByText(summary ?? '', { exact: true })
          .first()
          .waitFor()
      }
    }
    await page.context().close()
  })
})
