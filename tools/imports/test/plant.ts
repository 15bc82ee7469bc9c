import { checkImports } from '../src/check-imports.ts'

/** Stands for every module that the rules speak of. */
const MODULES = [
  'packages/contract/src/index.ts',
  'packages/contract/src/routes.ts',
  'packages/openapi/src/index.ts',
  'packages/client/src/index.ts',
  'packages/client/src/core/send.ts',
  'packages/cli/src/main.ts',
  ...[
    'main.ts',
    'compose.ts',
    'compose/create-features.ts',
    'compose/open-database.ts',
    'config/load.ts',
    'db/types.ts',
    'features/jobs.ts',
    'features/content/index.ts',
    'features/content/jobs.ts',
    'features/images/jobs.ts',
    'features/content/index-of-words.ts',
    'features/media/index.ts',
    'features/media/media.repository.ts',
    'features/media/inspect/inspect-video.ts',
    'http/app.ts',
    'image-models/port.ts',
    'image-models/registry.ts',
    'image-models/ai-sdk/index.ts',
    'jobs/queue.ts',
    'models/port.ts',
    'models/check-caption.ts',
    'models/fit-caption.ts',
    'models/conformance.ts',
    'models/ai-sdk/index.ts',
    'models/ai-sdk/calling.ts',
    'models/built-in/index.ts',
    'operator/index.ts',
    'operator/grant.ts',
    'outbound/index.ts',
    'platforms/port.ts',
    'platforms/registry.ts',
    'platforms/sandbox/index.ts',
    'platforms/x/errors.ts',
    'rate-limits/index.ts',
    'reading/text/words.ts',
    'research/port.ts',
    'research/index.ts',
    'research/page/decode.ts',
    'research/web/search.ts',
    'shared/clock.ts',
    'shared/router.ts',
    'storage/port.ts',
    'storage/disk/disk-storage.ts',
  ].map((path) => `apps/api/src/${path}`),
]

const MANIFESTS = {
  'packages/contract': {
    name: '@powerpost/contract',
    exports: { '.': './src/index.ts', './routes': './src/routes.ts' },
  },
  'packages/openapi': { name: '@powerpost/openapi', exports: { '.': './src/index.ts' } },
  'packages/client': { name: '@powerpost/client', exports: { '.': './src/index.ts' } },
  'packages/cli': { name: '@powerpost/cli' },
  'apps/api': {
    name: '@powerpost/api',
    private: true,
    imports: { '#*': './src/*' },
    exports: { './operator': './src/operator/index.ts' },
    devDependencies: { '@ts-rest/core': '1', express: '1', kysely: '1', pg: '1' },
  },
}

/** Who owns which table. */
const INVENTORY = `export const x = {
  media: { owner: 'media' },
  posts: { owner: 'posts' },
  webhook_endpoints: { owner: 'webhooks' },
  webhook_events: {
    owner: 'webhooks',
  },
}
`

const BASE = new Map([
  ['apps/api/src/db/inventory.ts', INVENTORY] as const,
  ...MODULES.map((path) => [path, 'export const x = 1\n'] as const),
  ...Object.entries(MANIFESTS).map(([folder, json]) => [`${folder}/package.json`, JSON.stringify(json)] as const),
])

/** What the check says of these files, which are added to a small copy of the repository: `<path>:<line>: <message>`. */
export function plant(files: Readonly<Record<string, string>>): string[] {
  return checkImports(new Map([...BASE, ...Object.entries(files)]))
    .filter(({ path }) => path in files)
    .map(({ path, line, message }) => `${path}:${line}: ${message}`)
}
