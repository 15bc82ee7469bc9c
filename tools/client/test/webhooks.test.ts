import { cp, mkdir, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { openTarball } from '../src/pack.ts'
import { TOOLS } from '../src/paths.ts'
import { run } from '../src/run.ts'

let project: string
beforeAll(async () => {
  project = await openTarball(inject('tarball')).install()
  await cp(join(TOOLS, 'smoke/webhook.mjs'), join(project, 'webhook.mjs'))
  await mkdir(join(project, 'node_modules'), { recursive: true })
  await symlink(join(TOOLS, 'node_modules/express4'), join(project, 'node_modules/express4'))
})

describe.each([
  ['Node 20', join(TOOLS, 'node_modules/node20/bin/node')],
  ['Node 24', process.execPath],
])('the packed client in Express 4 on %s', (_, command) => {
  it('takes what was signed, and says of a parsed body what to change', async () => {
    const { version } = JSON.parse(await readFile(join(TOOLS, 'node_modules/express4/package.json'), 'utf8'))
    expect(version).toMatch(/^4\./)
    const printed = await run({ command, arguments: ['webhook.mjs'], directory: project })
    expect(JSON.parse(printed)).toEqual([
      { event: 'webhook.test' },
      { name: 'WebhookVerificationError', message: expect.any(String) },
      {
        name: 'PowerPostError',
        message: expect.stringMatching(/parsed.*express\.raw\(.*before any `express\.json\(\)`/),
      },
    ])
  })
})
