import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded } from '#db/embedded/open.ts'
import type { TestProject } from 'vitest/node'
import { failLoudly, prepareTemplate } from './prepare-template.ts'
import './provided.ts'

/** Makes a migrated embedded database that each test file gets a copy of: making one anew takes seconds. */
export default async function setup(project: TestProject) {
  const template = await mkdtemp(join(tmpdir(), 'powerpost-template-'))
  const handle = await openEmbedded({ directory: template, durable: false, onCrash: failLoudly, onError: failLoudly })
  await prepareTemplate(handle)
  project.provide('database', { kind: 'embedded', template })
  return () => rm(template, { recursive: true, force: true })
}
