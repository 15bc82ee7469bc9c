import type { TestProject } from 'vitest/node'
import { Client } from 'pg'
import { openPostgres } from '#db/postgres/open.ts'
import { failLoudly, prepareTemplate } from './prepare-template.ts'
import './provided.ts'
import { startPostgresServer } from './postgres-server.ts'

const TEMPLATE = 'template_powerpost'

/** Starts a real PostgreSQL for the whole run, with a migrated database that each test file gets a clone of. */
export default async function setup(project: TestProject) {
  const server = await startPostgresServer()
  const adminUrl = server.urlOf('postgres')
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`create database ${TEMPLATE}`)
  await admin.end()
  const handle = await openPostgres({ connectionString: server.urlOf(TEMPLATE), onError: failLoudly })
  await prepareTemplate(handle, server.urlOf(TEMPLATE))
  project.provide('database', { kind: 'postgres', adminUrl, template: TEMPLATE })
  return () => server.stop()
}
