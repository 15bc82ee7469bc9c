import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import { keepCompiled } from './keep-compiled.ts'
import './provided.ts'

/** A fresh, migrated database of the kind that the project tests on. */
export interface TestDatabase {
  readonly kind: 'embedded' | 'postgres'
  /** A data directory of its own: with the embedded database inside it, or none yet. */
  readonly dataDirectory: string
  /** With PostgreSQL only. */
  readonly databaseUrl: string | undefined
  remove(): Promise<void>
}

interface TestDatabaseOptions {
  /** Without any table, instead of migrated. */
  readonly empty?: boolean
}

/** Clones the template. It must be closed by whoever opens it before it is removed. */
export async function createTestDatabase({ empty = false }: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const provided = inject('database')
  const dataDirectory = await mkdtemp(join(tmpdir(), 'powerpost-test-'))
  const removeDirectory = () => rm(dataDirectory, { recursive: true, force: true })
  if (provided.kind === 'embedded') {
    await keepCompiled()
    if (!empty) await cp(provided.template, dataDirectory, { recursive: true })
    return { kind: 'embedded', dataDirectory, databaseUrl: undefined, remove: removeDirectory }
  }
  const name = `test_${randomBytes(8).toString('hex')}`
  await runAsAdmin(provided.adminUrl, `create database ${name} template ${empty ? 'template1' : provided.template}`)
  return {
    kind: 'postgres',
    dataDirectory,
    databaseUrl: new URL(`/${name}`, provided.adminUrl).href,
    async remove() {
      await runAsAdmin(provided.adminUrl, `drop database ${name} with (force)`)
      await removeDirectory()
    },
  }
}

async function runAsAdmin(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
