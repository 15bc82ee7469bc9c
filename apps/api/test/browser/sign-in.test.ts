import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRequest, startSignIn } from '../harness/sign-in.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { launchBrowser, openPage } from './open-page.ts'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  server = await startTestServer({ work: false })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

describe.each([
  [360, 'light'],
  [360, 'dark'],
  [1440, 'light'],
] as const)('a sign-in on a screen of %d pixels, %s', (width, colorScheme) => {
  it('connects the two accounts of three that a person chooses, and complains of nothing', async () => {
    const { request_id, authorize_url } = await startSignIn(server)
    const { page, complaints, strayRequests } = await openPage(browser, { url: authorize_url, width, colorScheme })
    const shots = process.env['SCREENSHOTS']
    const look = async (name: string) => {
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
      if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}-${width}-${colorScheme}.png` })
    }
    await look('sign-in')
    await page.getByRole('button', { name: 'Allow access' }).click()
    await page.getByRole('heading', { name: 'Choose accounts' }).waitFor()
    await look('choose')
    await page.getByRole('button', { name: 'Connect' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Bakery').check()
    await page.getByLabel('Café').check()
    await page.getByRole('button', { name: 'Connect' }).click()
    await page.getByRole('heading', { name: '2 accounts connected' }).waitFor()
    await look('connected')
    const { status, connection_ids = [] } = await readRequest(server, request_id)
    expect([status, connection_ids.length]).toEqual(['connected', 2])
    expect({ complaints, strayRequests }).toEqual({ complaints: [], strayRequests: [] })
    await page.context().close()
  })
})
