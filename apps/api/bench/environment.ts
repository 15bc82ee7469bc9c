import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgresServer } from '../test/harness/postgres-server.ts'
import type { TestDatabase } from '../test/harness/test-database.ts'

export type DatabaseKind = TestDatabase['kind']

/** Figures by name, as they are printed. */
export type Figures = Readonly<Record<string, string>>

/** An empty database, as a first start finds it. */
export async function createEmptyDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'powerpost-bench-'))
  const removeDirectory = () => rm(dataDirectory, { recursive: true, force: true })
  if (kind === 'embedded') return { kind, dataDirectory, databaseUrl: undefined, remove: removeDirectory }
  const server = await startPostgresServer()
  return {
    kind,
    dataDirectory,
    databaseUrl: server.urlOf('postgres'),
    async remove() {
      await server.stop()
      await removeDirectory()
    },
  }
}

/** The value that so many per cent of the values do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN
}

export function milliseconds(value: number): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} ms`
}
