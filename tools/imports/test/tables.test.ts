import { describe, expect, it } from 'vitest'
import { checkImports } from '../src/check-imports.ts'
import { plant } from './plant.ts'

const PATH = 'apps/api/src/features/webhooks/planted.ts'

describe('a query of a table', () => {
  it.each([
    `db.selectFrom('media')`,
    `db.selectFrom(['webhook_events', 'media as m'])`,
    `db.selectFrom(['media as m', 'webhook_events'])`,
    `db.insertInto('media')`,
    `db.updateTable('media').from('webhook_events')`,
    `db.updateTable('webhook_events').from('media')`,
    `db.deleteFrom('webhook_events').using('media')`,
    `db.selectFrom('webhook_events').innerJoin('media', 'a', 'b')`,
    `db.selectFrom('webhook_events').leftJoin('media as m', 'a', 'b')`,
    'sql`select 1 from media`',
    'sql<{ a: number }>`update media set a = 1`',
  ])('of another feature is refused: %s', (query) => {
    expect(plant({ [PATH]: `// Line 1.\n${query}` })).toEqual([
      `${PATH}:2: webhooks may not query the table media. Call a function of media, exported by its index.ts. See tools/imports/src/tables.ts.`,
    ])
    expect(plant({ [PATH]: query.replace('media', 'webhook_endpoints') })).toEqual([])
    expect(plant({ [PATH.replace('.ts', '.test.ts')]: query })).toEqual([])
  })

  it('may be by several features when they share its life cycle', () => {
    expect(plant({ 'apps/api/src/features/publishing/planted.ts': `db.updateTable('posts')` })).toEqual([])
  })
})

describe('the list of tables', () => {
  const types = (tables: string) => ({ 'apps/api/src/db/types.ts': `interface Database {\n${tables}\n}` })

  it('names an owner for every table of the database', () => {
    expect(plant(types('  media: MediaTable\n  new_things: NewThingsTable'))).toEqual([
      expect.stringContaining('No feature owns the table new_things.'),
    ])
  })

  it('holds no borrowing that ended', () => {
    const messages = checkImports(new Map(Object.entries(types('  media: MediaTable')))).map(({ message }) => message)
    expect(messages).toContainEqual(expect.stringContaining('images no longer queries the table media.'))
  })
})
