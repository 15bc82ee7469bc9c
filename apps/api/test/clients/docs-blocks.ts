import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))

/** A block of code in a page, and where it stands. */
export interface Block {
  readonly page: string
  readonly line: number
  /** `sh`, `ts`, ...; empty: what programs print. */
  readonly language: string
  readonly code: string
}

/** Blocks that this test does not run, by their page and how they begin, each with the reason. */
const NOT_RUN: readonly (readonly [page: RegExp, begins: RegExp, why: string])[] = [
  [
    /^(README|docs\/(quickstart|running))\.md$/,
    /^npx -y pnpm@\S+ start\n$/,
    'the server that all blocks speak to was started by it',
  ],
  [
    /^docs\/running\.md$/,
    /^npx -y pnpm@\S+ install\nnode apps/,
    'a second server; test/start.test.ts starts it like this',
  ],
  [
    /^docs\/running\.md$/,
    /^(POWERPOST_METRICS_PORT=|curl http:\/\/localhost:9464)/,
    'a second server; test/postgres/metrics.test.ts starts two',
  ],
  [
    /^docs\/running\.md$/,
    /^ALTER ROLE/,
    'of the role behind a pooler; test/servers/pgbouncer.test.ts reads these lines from the log',
  ],
  [/^docs\/running\.md$/, /^(docker|password=)/, 'Docker is not in the tests; tools/repository checks the files'],
  [/^docs\/command-line\.md$/, /^powerpost webhooks listen/, 'it does not end: embedded/cli-developer.test.ts runs it'],
  [/^docs\/command-line\.md$/, /^createdb /, 'a move to PostgreSQL: test/postgres/move.test.ts'],
  [/^docs\/local-models\.md$/, /^npx -y pnpm@\S+ powerpost models install\n$/, '110 MB: test:local-model runs it'],
  [/^README\.md$/, /^npx -y pnpm@\S+ test\n$/, 'it is what runs this'],
  [
    /^(CONTRIBUTING|docs\/(testing|adding-[a-z-]+|built-in-pictures))\.md$/,
    /^npx -y pnpm@/,
    'for contributors: what CI runs',
  ],
  [/^docs\/webhooks\.md$/, /^(import|\/\/ app)/, 'receivers, which do not end: webhook-receivers.test.ts runs them'],
  [/^docs\/(adding-[a-z-]+|built-in-pictures)\.md$/, /./, 'parts of source files'],
]

/** Why a block is not run. */
export function findReason({ page, code }: Block): string | undefined {
  return NOT_RUN.find(([pages, begins]) => pages.test(page) && begins.test(code))?.[2]
}

/** Pages in the order in which a reader meets them: the README, the docs in the order of their index, the packages. */
export async function listPages(): Promise<string[]> {
  const index = readFileSync(`${ROOT}/docs/README.md`, 'utf8')
  const docs = [...index.matchAll(/\]\(([a-z-]+\.md)[)#]/g)].map(([, name]) => `docs/${name}`)
  const packages = (await readdir(`${ROOT}/packages`)).toSorted().map((name) => `packages/${name}/README.md`)
  return [...new Set(['README.md', ...docs, ...packages, 'examples/README.md', 'CONTRIBUTING.md', 'SECURITY.md'])]
}

/** The blocks of a page in their order. */
export function readBlocks(page: string): Block[] {
  const text = readFileSync(`${ROOT}/${page}`, 'utf8')
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(({ 1: language = '', 2: code = '', index }) => ({
    page,
    line: text.slice(0, index).split('\n').length,
    language,
    code,
  }))
}

/** Variables that blocks for a shell use before any of them on the same page has set them. */
export function findUnset(blocks: readonly Block[]): string[] {
  const set = new Set(['PWD', 'POWERPOST_API_KEY', 'POWERPOST_WORKSPACE_ID'])
  return blocks.flatMap(({ page, line, code }) => {
    // What a command sets, it may use; `'$x'` in single quotes within a JSON text is the shell's, too.
    for (const [, name = ''] of code.matchAll(/(?:^|[\s;])(?:export )?(\w+)=/gm)) set.add(name)
    for (const [, name = ''] of code.matchAll(/\bfor (\w+) in\b/g)) set.add(name)
    const used = [...code.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name = '']) => name)
    return used.filter((name) => !set.has(name)).map((name) => `${page}:${line} ${name}`)
  })
}
