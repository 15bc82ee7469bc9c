import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const run = promisify(execFile)

const program = `
import { registerHooks } from 'node:module'
const loaded = []
registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context) } })
const { createTextModelFromSettings } = await import(process.argv[1])
createTextModelFromSettings({ models: 'openai:a,anthropic:b', vendorKeys: { openai: 'k', anthropic: 'k' } })
const { createImageModelsFromSettings } = await import(process.argv[2])
createImageModelsFromSettings({ models: 'openai,fal', vendorKeys: { openai: 'k', fal: 'k' } })
console.log(JSON.stringify(loaded.filter((url) => /node_modules\\/(?:\\.pnpm\\/)?(?:ai@|ai\\/|@ai-sdk)/.test(url))))
const model = createTextModelFromSettings({ models: 'openai-compatible:a', baseUrl: 'http://127.0.0.1:1/v1' })
const brief = { prompt: 'p', platforms: ['x'], postTypes: ['x-post'], researchMode: 'regular', media: [] }
try { for await (const _ of model.write(brief, { signal: new AbortController().signal })); } catch {}
console.log(loaded.some((url) => /node_modules\\/(?:\\.pnpm\\/)?(?:ai@|ai\\/|@ai-sdk)/.test(url)))
`

it('a server that starts with a model does not wait for the SDK to be loaded', async () => {
  const index = fileURLToPath(new URL('index.ts', import.meta.url))
  const imageIndex = fileURLToPath(new URL('../../image-models/ai-sdk/index.ts', import.meta.url))
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program, index, imageIndex], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
  })
  const [atStart, afterUse] = stdout.trim().split('\n')
  expect(JSON.parse(atStart ?? '')).toEqual([])
  expect(afterUse).toBe('true')
})
