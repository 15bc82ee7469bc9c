import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Runtime } from './runtime.ts'
import { bundle } from './sizes.ts'

/** A page of the server's own origin, since the API answers no page of another. */
export const runInChromium: Runtime = {
  version: async () => {
    const browser = await launch()
    const version = browser.version()
    await browser.close()
    return version
  },
  async smoke({ project, access }) {
    const script = await bundle(join(project, 'page.mjs'), ['browser'])
    const browser = await launch()
    try {
      const page = await browser.newPage()
      const address = `${access.POWERPOST_BASE_URL}/page-of-the-smoke-run`
      await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }))
      await page.goto(address)
      await page.addScriptTag({ content: script, type: 'module' })
      const options = {
        baseUrl: access.POWERPOST_BASE_URL,
        apiKey: access.POWERPOST_API_KEY,
        workspaceId: access.POWERPOST_WORKSPACE_ID,
        dangerouslyAllowBrowser: true,
      }
      return await page.evaluate(`smoke(${JSON.stringify(options)}).then(JSON.stringify)`)
    } finally {
      await browser.close()
    }
  },
}

function launch() {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
  if (executablePath === undefined) throw new Error('There is no Chromium: `apt-get install chromium`.')
  // As root there is no sandbox.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}
