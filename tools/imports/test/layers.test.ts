import { describe, expect, it } from 'vitest'
import { plant } from './plant.ts'

const API = 'apps/api/src'

/** A file of the folder, the module that it must not import, and the same wish as it is allowed (`-` when it never is). */
const HOLES: readonly (readonly [folder: string, refused: string, allowed: string])[] = [
  // A feature's private files, by the spelling that editors write, and by the other.
  [`${API}/features/content`, '../media/media.repository.ts', '#features/media/index.ts'],
  [`${API}/features/content`, '../media/inspect/inspect-video.ts', '#features/media/index.ts'],
  [`${API}/features/content`, '../media/index.ts', '#features/media/index.ts'],
  [`${API}/features/content`, '#features/media/inspect/inspect-video.ts', '#features/media/index.ts'],
  [`${API}/features/content`, '#features/media/media.repository.ts', './index.ts'],
  [`${API}/features/media`, '#features/content/index-of-words.ts', '#features/content/index.ts'],
  [`${API}/compose`, '#features/media/media.repository.ts', '#features/media/index.ts'],
  // Jobs are listed by the folder above, and nobody else takes them from there.
  [`${API}/features/content`, '#features/images/jobs.ts', './jobs.ts'],
  [`${API}/features`, '#features/media/media.repository.ts', '#features/content/jobs.ts'],
  [`${API}/operator`, '#features/content/jobs.ts', '#features/jobs.ts'],
  // What stands behind a port, and what hands things in.
  [`${API}/features/content`, '#compose.ts', '#shared/clock.ts'],
  [`${API}/features/content`, '#compose/create-features.ts', '#db/types.ts'],
  [`${API}/features/content`, '#models/fit-caption.ts', '#models/check-caption.ts'],
  [`${API}/features/content`, '#reading/text/words.ts', '#models/port.ts'],
  [`${API}/features/content`, '@powerpost/client', '@powerpost/contract'],
  [`${API}/features/content`, '@powerpost/api/operator', '#jobs/queue.ts'],
  [`${API}/features/content`, '#image-models/registry.ts', '#image-models/port.ts'],
  [`${API}/features/content`, '#image-models/ai-sdk/index.ts', '#image-models/port.ts'],
  [`${API}/features/content`, '#config/load.ts', '#outbound/index.ts'],
  [`${API}/features/content`, '#research/index.ts', '#research/port.ts'],
  [`${API}/features/content`, '#rate-limits/index.ts', '#shared/clock.ts'],
  [`${API}/features/content`, '#storage/disk/disk-storage.ts', '#storage/port.ts'],
  [`${API}/features/media`, '../../http/app.ts', '#shared/clock.ts'],
  [`${API}/features/account`, '#models/built-in/index.ts', '#models/port.ts'],
  [`${API}/features/account`, '#platforms/sandbox/index.ts', '#platforms/port.ts'],
  [`${API}/features/account`, '#platforms/registry.ts', '#platforms/port.ts'],
  [`${API}/features/account`, '../../shared/clock.ts', '#shared/clock.ts'],
  // Vendors next to each other.
  [`${API}/platforms/sandbox`, '../x/errors.ts', '../port.ts'],
  [`${API}/platforms/sandbox`, '#platforms/x/errors.ts', '#platforms/port.ts'],
  [`${API}/platforms/sandbox`, '#storage/port.ts', '#outbound/index.ts'],
  [`${API}/platforms/x`, '#reading/text/words.ts', '#shared/clock.ts'],
  [`${API}/models/built-in`, '../ai-sdk/calling.ts', '../check-caption.ts'],
  [`${API}/models/built-in`, '#storage/port.ts', '#reading/text/words.ts'],
  [`${API}/models/built-in`, '#platforms/port.ts', '#models/port.ts'],
  [`${API}/models`, '#image-models/port.ts', './port.ts'],
  [`${API}/image-models/built-in`, '../ai-sdk/index.ts', '../port.ts'],
  [`${API}/image-models/built-in`, '#models/ai-sdk/calling.ts', '#models/port.ts'],
  [`${API}/image-models/ai-sdk`, '#models/ai-sdk/index.ts', '#models/ai-sdk/calling.ts'],
  [`${API}/image-models`, '#storage/port.ts', '#models/port.ts'],
  [`${API}/image-models`, '#models/ai-sdk/index.ts', '#models/port.ts'],
  [`${API}/image-models`, '#models/built-in/index.ts', '#models/port.ts'],
  [`${API}/research/none`, '../page/decode.ts', '../port.ts'],
  [`${API}/storage/disk`, '#reading/text/words.ts', '../port.ts'],
  [`${API}/storage/disk`, '#db/types.ts', '#shared/clock.ts'],
  // The layers below.
  [`${API}/shared`, '#db/types.ts', '@powerpost/contract'],
  [`${API}/shared`, 'express', 'node:path'],
  [`${API}/shared`, './router.ts', './clock.ts'],
  [`${API}/features/content`, '@ts-rest/core', '#shared/router.ts'],
  [`${API}/http`, '@ts-rest/core', '#shared/router.ts'],
  [`${API}/config`, '#http/app.ts', '#shared/clock.ts'],
  [`${API}/config`, '#reading/text/words.ts', '@powerpost/contract'],
  [`${API}/db`, '#jobs/queue.ts', '#shared/clock.ts'],
  [`${API}/db`, '#rate-limits/index.ts', 'kysely'],
  [`${API}/jobs`, '#features/content/index.ts', '#db/types.ts'],
  [`${API}/jobs`, '#rate-limits/index.ts', '#shared/clock.ts'],
  [`${API}/outbound`, '#rate-limits/index.ts', '#shared/clock.ts'],
  [`${API}/reading`, '#models/port.ts', '@powerpost/contract'],
  [`${API}/rate-limits`, '#db/types.ts', '#shared/clock.ts'],
  [`${API}/http`, '#features/content/index.ts', '#shared/clock.ts'],
  [`${API}/http`, '#operator/index.ts', '@powerpost/contract/routes'],
  [`${API}/http`, '#reading/text/words.ts', '#shared/clock.ts'],
  [`${API}/http`, 'kysely', 'express'],
  [`${API}/operator`, '#http/app.ts', '#db/types.ts'],
  [`${API}/operator`, '#storage/disk/disk-storage.ts', '#storage/port.ts'],
  [`${API}/operator`, '#compose/open-database.ts', '#features/media/index.ts'],
  [`${API}/operator`, '#features/media/media.repository.ts', '#features/media/index.ts'],
  [`${API}/compose`, '#models/conformance.ts', '#models/built-in/index.ts'],
  // Packages.
  ['packages/contract/src/content', 'express', '../index.ts'],
  ['packages/contract/src', 'vite', './routes.ts'],
  ['packages/contract/src', 'node:crypto', './routes.ts'],
  ['packages/openapi/src', '@powerpost/api', '@powerpost/contract'],
  ['packages/client/src/core', '@powerpost/contract', '../index.ts'],
  ['packages/client/src/webhooks', 'node:crypto', '../index.ts'],
  ['packages/cli/src/commands', '@powerpost/contract', '@powerpost/client'],
  ['packages/cli/src/commands', '@powerpost/client/src/core/send.ts', '@powerpost/client'],
  ['packages/cli/src', '@powerpost/api/main', '@powerpost/api/operator'],
  ['packages/cli/src', '@powerpost/api', '@powerpost/api/operator'],
  ['packages/cli/src/commands', '../../../../apps/api/src/main.ts', '@powerpost/api/operator'],
  ['packages/cli/src/commands', '../../../client/src/index.ts', '@powerpost/client'],
]

/** Every way to write an import of a module. */
const FORMS: Readonly<Record<string, (module: string) => string>> = {
  'an import': (module) => `import { x } from '${module}'\nvoid x`,
  'an import of a type': (module) => `import type { x } from '${module}'\nlet y: x`,
  'an import for its effects': (module) => `import '${module}'`,
  'an import of all': (module) => `import * as all from '${module}'\nvoid all`,
  'import()': (module) => `void (await import('${module}'))`,
  'the type of an import()': (module) => `let y: import('${module}').x`,
  'import = require()': (module) => `import all = require('${module}')\nvoid all`,
  'require()': (module) => `require('${module}')`,
  'import.meta.resolve()': (module) => `import.meta.resolve('${module}')`,
}

/** Forms that also export, which another file of the folder takes. */
const EXPORTING: Readonly<Record<string, (module: string) => string>> = {
  'export from': (module) => `export { x } from '${module}'`,
  'export of a type from': (module) => `export type { x } from '${module}'`,
  'export of all from': (module) => `export * from '${module}'`,
  'import, then export': (module) => `import { x } from '${module}'\nexport { x }`,
}

describe('an import that the rules do not list', () => {
  it.each(HOLES)('%s may not import %s', (folder, refused) => {
    const path = `${folder}/planted.ts`
    const [first, ...more] = plant({ [path]: `// Line 1.\nimport { x } from '${refused}'\nvoid x\n` })
    expect(first).toContain(`${path}:2: `)
    expect(first).not.toContain('There is no file')
    expect(more).toEqual([])
  })

  it.each(HOLES)('%s, which may not import %s, may import %s', (folder, _, allowed) => {
    expect(plant({ [`${folder}/planted.ts`]: `import { x } from '${allowed}'\nvoid x\n` })).toEqual([])
  })

  it.each(Object.entries(FORMS))('is refused as %s', (_, write) => {
    const path = `${API}/features/content/planted.ts`
    expect(plant({ [path]: write('#http/app.ts') })).toEqual([expect.stringContaining(`${path}:1: `)])
    expect(plant({ [path]: write('#shared/clock.ts') })).toEqual([])
  })

  it.each(Object.entries(EXPORTING))('is refused as %s', (_, write) => {
    const path = `${API}/features/content/planted.ts`
    const files = { [`${API}/features/content/other.ts`]: `import { x } from './planted.ts'\nvoid x` }
    expect(plant({ ...files, [path]: write('#http/app.ts') })).toEqual([expect.stringContaining(`${path}:1: `)])
    expect(plant({ ...files, [path]: write('#shared/clock.ts') })).toEqual([])
  })

  it('is refused as the program of a worker or a child process', () => {
    const path = `${API}/features/content/planted.ts`
    const start = (file: string) => ({ [path]: `void new URL('${file}', import.meta.url)` })
    expect(plant(start('../../http/app.ts'))).toHaveLength(1)
    expect(plant(start('./index.ts'))).toEqual([])
  })

  it('is refused when its name is computed, but in a test', () => {
    const code = 'const name = String()\nvoid import(name)'
    expect(plant({ [`${API}/features/content/planted.ts`]: code })).toEqual([expect.stringContaining('.ts:2: ')])
    expect(plant({ [`${API}/features/content/planted.test.ts`]: code })).toEqual([])
  })

  it('names the layers that may be imported, and where the rules are', () => {
    const [message] = plant({ [`${API}/outbound/planted.ts`]: `import '#db/types.ts'` })
    expect(message).toBe(
      `${API}/outbound/planted.ts:1: outbound imports #db/types.ts: it is part of db, and outbound may import only shared. See LAYERS in tools/imports/src/rules.ts.`,
    )
  })
})

describe('a file', () => {
  it('of a folder without a layer is refused', () => {
    expect(plant({ [`${API}/helpers/planted.ts`]: '' })).toEqual([expect.stringContaining('belongs to no layer')])
  })

  it('that does not exist cannot be imported', () => {
    const files = { [`${API}/features/content/planted.ts`]: `import './gone.ts'` }
    expect(plant(files)).toEqual([expect.stringContaining(`There is no file ${API}/features/content/gone.ts.`)])
  })

  it('that is a test may import what it tests, and is imported by tests only', () => {
    const test = `import { x } from '../media/media.repository.ts'\nexport const y = x`
    const path = `${API}/features/content/planted.test.ts`
    const importer = `import { y } from '#features/content/planted.test.ts'\nvoid y`
    expect(plant({ [path]: test, 'apps/api/test/other.test.ts': importer })).toEqual([])
    expect(
      plant({ [path]: test, [`${API}/features/content/other.ts`]: `import { y } from './planted.test.ts'\nvoid y` }),
    ).toHaveLength(1)
  })
})

describe('a package', () => {
  const path = `${API}/db/planted.ts`

  it('must be in the package.json of its importer', () => {
    expect(plant({ [path]: `import 'pg'` })).toEqual([])
    expect(plant({ [path]: `import '@electric-sql/pglite'` })).toEqual([expect.stringContaining('Add it there.')])
  })

  it('that is a dependency must be used: imported, named, or the peer of another package here', () => {
    const list = (code: string, dependencies: string[]) =>
      plant({
        'packages/new/package.json': JSON.stringify(
          { name: 'new', dependencies: Object.fromEntries(dependencies.map((name) => [name, '1'])) },
          undefined,
          2,
        ),
        'packages/new/test/planted.ts': code,
        'packages/old/package.json': JSON.stringify({ name: 'old', peerDependencies: { peer: '1' } }),
      })
    expect(list('', ['pg'])).toEqual(['packages/new/package.json:4: No file of new uses the dependency pg. Remove it.'])
    expect(list('// pg', ['pg'])).toHaveLength(1)
    expect(list(`import 'pg'`, ['pg'])).toEqual([])
    expect(list(`void 'pg'`, ['pg'])).toEqual([])
    expect(list('', ['peer'])).toHaveLength(1)
    expect(list(`import 'old'`, ['old', 'peer']).filter((message) => message.includes('peer'))).toEqual([])
  })
})
