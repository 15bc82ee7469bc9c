import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'

/** Debian's. Its sandbox needs more than a container gives. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
}

export interface PageOptions {
  readonly url: string
  readonly width: number
  readonly colorScheme: 'light' | 'dark'
}

/** A page, and what it did that a person would not see. */
export interface WatchedPage {
  readonly page: Page
  /** What it wrote to the console as an error or a warning, and what it threw. */
  readonly complaints: string[]
  /** The requests that left the server it came from. */
  readonly strayRequests: string[]
}

export async function openPage(browser: Browser, { url, width, colorScheme }: PageOptions): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
  const page = await context.newPage()
  // The reference is 4 MB of script: on a busy machine it takes a while to draw.
  page.setDefaultTimeout(120_000)
  const complaints: string[] = []
  const strayRequests: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (origin !== new URL(url).origin && protocol !== 'data:' && protocol !== 'blob:')
      strayRequests.push(request.url())
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  return { page, complaints, strayRequests }
}
