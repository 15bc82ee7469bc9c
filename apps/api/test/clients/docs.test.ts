import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileServer } from '../harness/file-server.ts'
import { startFileServer } from '../harness/file-server.ts'
import { findFreePort } from '../harness/free-port.ts'
import { answerSignIn, see } from '../harness/sign-in.ts'
import type { Block } from './docs-blocks.ts'
import { findReason, findUnset, listPages, readBlocks, ROOT } from './docs-blocks.ts'
import type { Shell } from './shell.ts'
import { openShell } from './shell.ts'

// Every block of README, docs and the READMEs of packages, pasted as it stands into one terminal, in the order of the pages. Only the address of
// the server is another, and that of a file that a reader has elsewhere. The server was started by the README's own command.

const PAGES = await listPages()
const BLOCKS = PAGES.flatMap(readBlocks)
const PHOTO = join(ROOT, 'examples/photo.jpg')
/** Where the READMEs of the packages have their packages installed. */
const APP = join(ROOT, 'my-app')

/** The Node that the machine has, and the one that the project installs: each is first in the PATH of its terminal. */
const NODES = [...new Set([findSystemNode(), process.execPath])].map((path) => dirname(path))

/** Where `powerpost login` saves. */
const profiles = await mkdtemp(join(tmpdir(), 'powerpost-profiles-'))

let server: ReadmeServer
let elsewhere: FileServer
beforeAll(async () => {
  elsewhere = await startFileServer()
  elsewhere.serve('/press/launch.jpg', async (_request, response) => response.end(await readFile(PHOTO)))
  server = await startByReadme()
})
afterAll(async () => {
  await server.stop()
  elsewhere.stop()
  await rm(profiles, { recursive: true, force: true })
  for (const directory of ['my-app', 'packed', 'downloaded.jpg', 'examples/pictures'])
    await rm(join(ROOT, directory), { recursive: true, force: true })
})

function findSystemNode(): string {
  const directories = (process.env['PATH'] ?? '').split(delimiter).filter((path) => !path.includes('node_modules'))
  const found = directories.map((path) => join(path, 'node')).find((path) => existsSync(path))
  return found ?? process.execPath
}

/** What a reader's terminal has: not what pnpm and the test runner add to it. */
function environmentOf(node: string): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|pnpm_|vitest|node_(?!extra_ca)|powerpost_|database_url|port$)/i.test(name),
  )
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((directory) => !directory.includes('node_modules'))
  return { ...Object.fromEntries(own), PATH: [node, ...path].join(delimiter), XDG_CONFIG_HOME: profiles }
}

interface ReadmeServer {
  readonly url: string
  /** The lines to paste that it showed. */
  readonly exports: string
  stop(): Promise<void>
}

/** Starts the server by the first block of the README, on the machine's own Node, and waits for the lines to paste. */
async function startByReadme(): Promise<ReadmeServer> {
  const [start] = readBlocks('README.md')
  const data = await mkdtemp(join(tmpdir(), 'powerpost-docs-'))
  const port = String(await findFreePort())
  const child = spawn('bash', ['-c', start?.code ?? ''], {
    cwd: ROOT,
    env: {
      ...environmentOf(NODES[0] ?? ''),
      PORT: port,
      POWERPOST_DATA_DIR: data,
      POWERPOST_INITIAL_CREDITS: '100000',
      POWERPOST_ALLOW_PRIVATE_URLS: 'true',
      POWERPOST_X_CLIENT_ID: 'an app at X',
      POWERPOST_FACEBOOK_CLIENT_ID: 'an app at Meta',
      POWERPOST_FACEBOOK_CLIENT_SECRET: 'its secret',
      POWERPOST_INSTAGRAM_CLIENT_ID: 'an app at Instagram',
      POWERPOST_INSTAGRAM_CLIENT_SECRET: 'its secret',
      POWERPOST_LINKEDIN_CLIENT_ID: 'an app at LinkedIn',
      POWERPOST_LINKEDIN_CLIENT_SECRET: 'its secret',
      POWERPOST_TIKTOK_CLIENT_ID: 'an app at TikTok',
      POWERPOST_TIKTOK_CLIENT_SECRET: 'its secret',
      POWERPOST_YOUTUBE_CLIENT_ID: 'an app at Google',
      POWERPOST_YOUTUBE_CLIENT_SECRET: 'its secret',
      POWERPOST_RATE_LIMIT_GENERATE: '10000',
      POWERPOST_RATE_LIMIT_READ: '10000',
      POWERPOST_RATE_LIMIT_WRITE: '10000',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const exited = once(child, 'close').then(() => 'ended' as const)
  while (!/"?started"?/.test(output) || !output.includes('curl ')) {
    const news = await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), exited])
    if (news === 'ended') throw new Error(`The server ended:\n${output}`)
  }
  return {
    url: `http://localhost:${port}`,
    exports: [...output.matchAll(/^ *(export \w+=\S+)$/gm)].map(([, line]) => line).join('\n'),
    async stop() {
      child.kill('SIGTERM')
      await exited
      await rm(data, { recursive: true, force: true })
    },
  }
}

const withAddresses = (code: string) =>
  code
    .replaceAll('http://localhost:3000', server.url)
    .replaceAll('https://example.com/press/', elsewhere.urlOf('/press/'))

/** Runs a block of TypeScript in the project that the READMEs install their packages in. Blocks after the first of a page go on with its client. */
async function runTypeScript({ code, page }: Block, shell: Shell): Promise<void> {
  const begins = /const powerpost =|^export |from '@powerpost\/(contract|client\/webhooks)/m.test(code)
  const head = begins ? '' : "import { PowerPost } from '@powerpost/client'\nconst powerpost = new PowerPost()\n"
  const name = `${page.replaceAll(/\W/g, '-')}.mjs`
  await writeFile(join(APP, name), stripTypeScriptTypes(`${head}${withAddresses(code)}`))
  await copyFile(PHOTO, join(APP, 'photo.jpg'))
  await shell.paste(`(cd my-app && node ${name})`)
}

async function run(block: Block, shell: Shell): Promise<string> {
  try {
    if (block.language === 'json') return JSON.stringify(JSON.parse(block.code))
    if (block.language === 'ts') await runTypeScript(block, shell)
    if (block.language === 'sh') return await shell.paste(withAddresses(block.code))
    return ''
  } catch (error) {
    throw new Error(`${block.page}:${block.line} does not run`, { cause: error })
  }
}

/** Blocks that pack and install packages run first, for the others, and once: whichever Node runs them, the packages are the same. */
const isInstallation = ({ code }: Block) => code.includes('--prefix my-app')
const RUN = BLOCKS.filter((block) => findReason(block) === undefined)

describe.each(NODES)('with the Node in %s', (node) => {
  it('every block of the docs runs when it is pasted, in order, in one terminal', async () => {
    const shell = await openShell({ directory: ROOT, environment: environmentOf(node) })
    await shell.paste(server.exports)
    const installations = node === NODES[0] ? RUN.filter(isInstallation) : []
    for (const block of [...installations, ...RUN.filter((block) => !isInstallation(block))]) {
      const printed = await run(block, shell)
      const link = /"authorize_url":"([^"]+sandbox[^"]*)"/.exec(printed)?.[1]
      // Here the page has the reader send the link to a person.
      if (block.page.includes('connecting-for-your-users') && link !== undefined) await see(await answerSignIn(link))
    }
    await shell.close()
    // Minutes on an idle machine; building the declarations of the contract alone took seven on one that was not.
  }, 3_600_000)
})

describe('the blocks of the docs', () => {
  it('use no variable that the page did not set before', () => {
    const perPage = PAGES.map((page) => readBlocks(page).filter(({ language }) => language === 'sh'))
    expect(perPage.flatMap(findUnset)).toEqual([])
  })

  it('that are not run can be read by a shell', async () => {
    for (const block of BLOCKS.filter((block) => block.language === 'sh' && findReason(block) !== undefined))
      await promisify(execFile)('bash', ['-n', '-c', block.code])
  })

  it('are in a language that this test knows', () => {
    const known = BLOCKS.filter((block) => findReason(block) === undefined).map(({ language }) => language)
    expect(known.filter((language) => !['', 'json', 'sh', 'ts'].includes(language))).toEqual([])
  })
})
