import { createOpenApiDocument } from '@powerpost/openapi'
import type { Browser, Page } from 'playwright-core'
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

const SCREENS = [
  [PHONE, 'light'],
  [PHONE, 'dark'],
  [DESKTOP, 'light'],
  [DESKTOP, 'dark'],
] as const

/** Pages of the server, each with a heading that shows that it is there. */
const PAGES = [
  ['/', 'This is a PowerPost server.'],
  ['/docs', 'Documentation'],
  ['/docs/webhooks', 'Webhooks'],
  ['/docs/reference', 'PowerPost API'],
] as const

describe.each(SCREENS)('on a screen of %d pixels, %s', (width, colorScheme) => {
  it.each(PAGES)('%s fits, asks no other host, and has nothing to complain of', async (path, heading) => {
    const { page, complaints, strayRequests } = await openPage(browser, {
      url: `${server.url}${path}`,
      width,
      colorScheme,
    })
    await page.getByRole('heading', { name: heading, exact: true }).first().waitFor()
    expect({ complaints, strayRequests }).toEqual({ complaints: [], strayRequests: [] })
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
    const [red = 255] =
      (await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')).match(/\d+/g)?.map(Number) ?? []
    expect(red < 128).toBe(colorScheme === 'dark')
    const shots = process.env['SCREENSHOTS']
    if (shots !== undefined)
      await page.screenshot({ path: `${shots}/docs${path.replaceAll('/', '-')}-${width}-${colorScheme}.png` })
    await page.context().close()
  })
})

/** The page fills them in after the click. */
const POLL = { timeout: 30_000 }

/** Fills in the reader's key and workspace, as the page asks for them. */
async function giveAccess(page: Page): Promise<void> {
  await page.locator('#open-access').click()
  await page.getByRole('textbox', { name: 'API key' }).fill(server.apiKey)
  await page.getByRole('textbox', { name: 'Workspace id' }).fill(server.workspaceId)
  await page.getByRole('button', { name: 'Use them' }).click()
}

describe('a key and a workspace that a reader fills in once', () => {
  it('stand in the samples of guides and in the requests of the reference, and stay in the tab', async () => {
    const { page, complaints } = await openPage(browser, {
      url: `${server.url}/docs/webhooks`,
      width: DESKTOP,
      colorScheme: 'light',
    })
    const sample = page.locator('figure.code').first()
    expect(await sample.innerText()).toContain('x-api-key: $POWERPOST_API_KEY')
    await giveAccess(page)
    await expect.poll(() => sample.innerText(), POLL).toContain(`x-api-key: ${server.apiKey}"`)
    expect(await sample.innerText()).toContain(`X-Workspace-Id: ${server.workspaceId}"`)
    expect(await page.context().cookies()).toEqual([])
    expect(await page.evaluate('localStorage.length')).toBe(0)

    await page.goto(`${server.url}/docs/reference#tag/content/GET/api/v1/content/generations`)
    await page.getByText(`x-api-key: ${server.apiKey}`).first().waitFor()
    await page.getByRole('button', { name: 'Test Request (get /api/v1/content/generations)', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: /^send/i }).first().click()
    await dialog.getByText('"has_more"').waitFor()
    expect(complaints).toEqual([])
    await page.getByRole('button', { name: 'Close Client' }).click()

    await page.locator('#open-access').click()
    await page.getByRole('button', { name: 'Forget' }).click()
    await page.getByText('x-api-key: $POWERPOST_API_KEY').first().waitFor()
    expect(await page.evaluate('sessionStorage.length')).toBe(0)
    await page.context().close()
  })
})

describe('the search', () => {
  it('finds sections of guides and operations of the reference, by keyboard', async () => {
    const { page, complaints } = await openPage(browser, {
      url: `${server.url}/docs`,
      width: DESKTOP,
      colorScheme: 'dark',
    })
    await page.keyboard.press('/')
    await page.keyboard.type('rotate secret')
    await page.locator('#found').getByText('POST /api/v1/webhooks/endpoints/{id}/rotate-secret').waitFor()
    await page.getByRole('searchbox').fill('idempotency key')
    await page.locator('#found').getByRole('link', { name: 'Idempotency', exact: false }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/docs\/[a-z-]+/)
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('the reference', () => {
  it('offers to try operations, and no webhooks', async () => {
    const url = `${server.url}/docs/reference#tag/webhooks/webhook/POST/post.published`
    const { page } = await openPage(browser, { url, width: DESKTOP, colorScheme: 'light' })
    const section = page.locator('section[id$="webhook/POST/post.published"]')
    await section.locator('.show-api-client-button').waitFor({ state: 'attached' })
    expect(await section.getByRole('button', { name: /^Test Request/ }).count()).toBe(0)
    await page.context().close()
  })

  it('names every operation in its menu', async () => {
    const { page } = await openPage(browser, {
      url: `${server.url}/docs/reference`,
      width: DESKTOP,
      colorScheme: 'light',
    })
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

describe('a page', () => {
  it.each(['/', '/docs', '/docs/errors'])(
    '%s has nothing inline, and may load nothing from elsewhere',
    async (path) => {
      const response = await fetch(`${server.url}${path}`, { headers: { accept: 'text/html' } })
      expect(response.headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      )
      expect(await response.text()).not.toMatch(/<style|style="|<script(?![^>]* src=)| on\w+="/)
    },
  )

  it('of the reference may run no script but its own, and ask no other host', async () => {
    const { headers } = await fetch(`${server.url}/docs/reference`)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("connect-src 'self';")
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/)
    const { page } = await openPage(browser, {
      url: `${server.url}/docs/reference`,
      width: DESKTOP,
      colorScheme: 'light',
    })
    expect(await page.evaluate("fetch('http://127.0.0.1:9').catch(({ message }) => message)")).toBe('Failed to fetch')
    await page.context().close()
  })

  it('explains every error at its anchor', async () => {
    const url = `${server.url}/docs/errors#INSUFFICIENT_CREDITS`
    const { page, complaints } = await openPage(browser, { url, width: PHONE, colorScheme: 'light' })
    expect(await page.locator(':target').innerText()).toContain('INSUFFICIENT_CREDITS')
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
