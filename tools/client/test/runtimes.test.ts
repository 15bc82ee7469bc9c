import { fileURLToPath } from 'node:url'
import { describe, expect, inject, it } from 'vitest'
import { openTarball } from '../src/pack.ts'
import type { Runtime } from '../src/runtime.ts'
import { RUNTIMES } from '../src/runtimes.ts'

const SMOKE = fileURLToPath(new URL('../smoke', import.meta.url))

describe('the packed client', () => {
  it.each(Object.entries<Runtime>(RUNTIMES))('works in %s', async (_, runtime) => {
    const project = await openTarball(inject('tarball')).install(SMOKE)
    const printed = await runtime.smoke({ project, access: inject('access') })
    expect(JSON.parse(printed)).toEqual({
      balance: true,
      media: [1, 1, 'pixel.png'],
      progress: true,
      captions: ['linkedin', 'x'],
      listed: true,
      refused: 'NOT_FOUND',
      requestId: 'string',
      webhook: 'webhook.test',
    })
  })
})
