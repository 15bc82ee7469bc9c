import type { Layer } from './layer.ts'
import { api, vendors } from './layer.ts'
import { MODEL_LAYERS } from './model-layers.ts'

export const LAYERS: readonly Layer[] = [
  {
    name: 'tests and scripts',
    files:
      /\.test\.ts$|\.config\.ts$|(^|\/)(test|testing|bench)\/|(^|\/)(conformance|conformance-kit|test-kit)\.ts$|^packages\/client\/scripts\//,
    may: 'anything',
    npm: 'declared',
    node: true,
  },
  { name: 'contract', files: /^packages\/contract\/src\//, may: [], npm: ['@ts-rest/core', 'zod'], node: false },
  {
    name: 'openapi',
    files: /^packages\/openapi\/src\//,
    may: ['contract'],
    npm: ['openapi3-ts', 'zod'],
    node: true,
  },
  { name: 'client', files: /^packages\/client\/src\//, may: [], npm: [], node: false },
  {
    name: 'cli',
    files: /^packages\/cli\/src\//,
    may: ['client', 'operator/index.ts'],
    npm: ['@commander-js/extra-typings', 'commander', 'string-width', 'yocto-spinner'],
    node: true,
  },
  {
    name: 'shared/router.ts',
    files: api('shared/router\\.ts$'),
    may: ['contract', 'shared'],
    npm: ['@ts-rest/core', '@ts-rest/express', 'express'],
    node: true,
  },
  {
    name: 'shared',
    files: api('shared/'),
    may: ['contract'],
    npm: ['node-av', 'pino', 'temporal-polyfill', 'uuid', 'zod'],
    node: true,
  },
  { name: 'config', files: api('config/'), may: ['contract', 'shared'], npm: ['zod'], node: true },
  {
    name: 'db',
    files: api('db/'),
    may: ['contract', 'shared'],
    npm: ['@electric-sql/pglite', 'kysely', 'pg'],
    node: true,
  },
  { name: 'jobs', files: api('jobs/'), may: ['db', 'shared'], npm: ['kysely', 'pg-boss', 'zod'], node: true },
  { name: 'reading', files: api('reading/'), may: ['contract'], npm: [], node: true },
  { name: 'outbound', files: api('outbound/'), may: ['shared'], npm: ['ipaddr.js', 'undici'], node: true },
  { name: 'metrics', files: api('metrics/'), may: ['db', 'shared'], npm: ['kysely', 'prom-client'], node: true },
  {
    name: 'rate-limits',
    files: api('rate-limits/'),
    may: ['contract', 'shared'],
    npm: ['rate-limiter-flexible'],
    node: true,
  },
  ...MODEL_LAYERS,
  {
    name: 'research',
    files: api('research/[^/]+\\.ts$'),
    may: ['research/*', 'outbound', 'contract', 'shared'],
    npm: [],
    node: true,
  },
  {
    name: 'research/*',
    files: api('research/'),
    may: [
      'research/port.ts',
      'research/clean-text.ts',
      'research/read-page.ts',
      'research/read-sources.ts',
      'research/web/search.ts',
      'research/web/web-researcher.ts',
      'outbound',
      'contract',
      'shared',
    ],
    npm: ['@mozilla/readability', 'linkedom', 'zod'],
    node: true,
    rooms: vendors('research'),
  },
  { name: 'platforms', files: api('platforms/[^/]+\\.ts$'), may: ['contract', 'shared'], npm: [], node: true },
  {
    name: 'platforms/*',
    files: api('platforms/'),
    // The Graph API is Instagram's and Facebook's.
    may: ['platforms/port.ts', 'platforms/versions.ts', 'platforms/meta/index.ts', 'outbound', 'contract', 'shared'],
    npm: ['zod'],
    node: true,
    rooms: vendors('platforms'),
  },
  { name: 'storage', files: api('storage/[^/]+\\.ts$'), may: ['contract', 'shared'], npm: [], node: true },
  {
    name: 'storage/*',
    files: api('storage/'),
    may: ['storage', 'contract', 'shared'],
    npm: ['@aws-sdk/client-s3'],
    node: true,
    rooms: vendors('storage'),
  },
  {
    name: 'http',
    files: api('http/'),
    may: ['contract', 'shared', 'shared/router.ts'],
    npm: ['cors', 'express', 'helmet', 'marked', 'zod'],
    node: true,
  },
  {
    name: 'features',
    files: api('features/'),
    may: [
      'models/port.ts',
      'models/check-caption.ts',
      'models/rules/index.ts',
      'reading/rules/writing-rules.ts',
      'image-models/port.ts',
      'video-models/port.ts',
      'platforms/port.ts',
      'platforms/versions.ts',
      'research/port.ts',
      'storage/port.ts',
      'storage/errors.ts',
      'storage/key.ts',
      'jobs',
      'db',
      'outbound',
      'contract',
      'shared',
      'shared/router.ts',
    ],
    npm: [
      '@fastify/busboy',
      'content-disposition',
      'express',
      'file-type',
      'kysely',
      'libheif-js',
      'mediabunny',
      'node-av',
      'sharp',
      'unpdf',
      'zod',
    ],
    node: true,
    rooms: { folder: api('features/([^/]+)/'), door: 'index.ts', listed: ['jobs.ts'] },
  },
  {
    name: 'operator',
    files: api('operator/'),
    may: ['models/ai-sdk/local/for-operator.ts', 'features', 'db', 'jobs', 'storage', 'contract', 'shared'],
    npm: ['kysely', 'pg', 'tar-stream', 'zod'],
    node: true,
  },
  {
    name: 'compose, start, main',
    files: api('(compose/|start/|compose\\.ts$|main\\.ts/)'),
    may: 'all',
    npm: ['express', 'kysely'],
    node: true,
  },
  { name: 'examples', files: /^examples\//, may: ['client'], npm: 'declared', node: true },
  { name: 'tools', files: /^tools\//, may: [], npm: 'declared', node: true },
]

/** Not a part of the project's code: what pnpm runs, and programs of other projects, compiled apart from this one. */
export const IGNORED =
  /^\.pnpmfile\.mjs$|^packages\/client\/test-projects\/|^tools\/client\/smoke\/|^tools\/[^/]+\/test\/(programs|project|contract-project)\/|^apps\/api\/test\/clients\/reference\//

/** The files that may import a module whose name is computed: nobody can follow it. */
export const COMPUTED_IMPORTS: readonly string[] = [
  // A package that is installed into a directory of the operator's.
  'apps/api/src/models/ai-sdk/local/load-model.ts',
  // Hides `node:fs` from the bundlers of browsers.
  'packages/client/src/core/upload/open-path.ts',
]

/** Files whose exports something outside of the code takes by name: a test runner, a bundler. */
export const TAKEN_BY_NAME =
  /\.config\.ts$|\/test\/(harness\/setup-[a-z]+|setup)\.ts$|^examples\/|^packages\/client\/test\/generated\//

/** Dependencies that code finds by a computed name, and those that bring a program. */
export const FOUND_BY_NAME =
  /^@fontsource-variable\/|^node-(bin-)?(linux|darwin|win)-|^(@node-llama-cpp\/|node-llama-cpp$)/
