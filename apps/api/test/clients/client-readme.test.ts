import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { makeMediaFiles, removeMediaFiles } from '../media-files/index.ts'
import { runProgram } from './run-program.ts'

const CLIENT = fileURLToPath(new URL('../../../../packages/client', import.meta.url))
const README = await readFile(join(CLIENT, 'README.md'), 'utf8')
const TUTORIAL = await readFile(join(CLIENT, '../../docs/tutorial.md'), 'utf8')

const BLOCKS = [TUTORIAL, README].flatMap((text) =>
  [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ''], index) => {
    const headings = text.slice(0, text.indexOf(code)).match(/^##+ .*$/gm) ?? []
    return { name: `${headings.at(-1)} (${index})`, code }
  }),
)

let server: TestServer
let directory: string
beforeAll(async () => {
  server = await startTestServer({ credits: 10_000 })
  directory = await mkdtemp(join(tmpdir(), 'powerpost-client-readme-'))
  await copyFile((await makeMediaFiles()).jpeg, join(directory, 'photo.jpg'))
  await mkdir(join(directory, 'node_modules/@powerpost'), { recursive: true })
  await symlink(CLIENT, join(directory, 'node_modules/@powerpost/client'))
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
  await rm(directory, { recursive: true, force: true })
})

describe("the client's README", () => {
  it.each(BLOCKS)('shows code that runs: $name', async ({ code }) => {
    // Blocks after the first go on with its client.
    const begins = code.includes('const powerpost =')
    const head = begins ? '' : "import { PowerPost } from '@powerpost/client'\nconst powerpost = new PowerPost()\n"
    await writeFile(join(directory, 'program.mts'), `${head}${code}`)
    await runProgram({
      command: process.execPath,
      arguments: ['program.mts'],
      input: '',
      directory,
      environment: {
        POWERPOST_API_KEY: server.apiKey,
        POWERPOST_WORKSPACE_ID: server.workspaceId,
        POWERPOST_BASE_URL: server.url,
      },
    })
  })

  it('names every class of error', async () => {
    const classes = await readFile(join(CLIENT, 'src/generated/error-classes.ts'), 'utf8')
    for (const [, status, name] of classes.matchAll(/(\d+): errors\.(\w+)/g)) {
      expect(README).toMatch(new RegExp(`\\| \`${name}\` +\\| ${status}`))
    }
  })
})
