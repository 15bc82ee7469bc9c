import { systemClock } from '#shared/clock.ts'
import { CHOICE_NAMES } from '@powerpost/contract'
import { expect, it } from 'vitest'
import { SANDBOX_ITEM, startSandboxRig } from '../../../test/harness/sandbox-rig.ts'
import { describePlatform } from '../conformance.ts'
import { createTestConnection } from '../testing/connection.ts'
import { SANDBOX_CAPABILITIES } from './capabilities.ts'
import { createSandbox } from './index.ts'

describePlatform('a sandbox that is a server', {
  start: () => startSandboxRig(),
  capabilities: SANDBOX_CAPABILITIES,
  // It plays all platforms.
  choices: CHOICE_NAMES,
})

it('the sandbox inside the process gives a post the id of its item, whichever process publishes it', async () => {
  const options = { connection: createTestConnection(['none']), signal: new AbortController().signal }
  const create = () => createSandbox({ clock: systemClock }).publisher
  let prepared = await create().prepare(SANDBOX_ITEM, undefined, options)
  while (prepared.status !== 'ready') prepared = await create().prepare(SANDBOX_ITEM, prepared.checkpoint, options)
  const published = await create().publish(SANDBOX_ITEM, prepared.checkpoint, options)
  expect(published).toMatchObject({ status: 'posted', platformPostId: 'sandbox-item-1' })
  const found = await create().lookUp?.(SANDBOX_ITEM, prepared.checkpoint, { ...options, sentAt: new Date() })
  expect(found).toEqual(published)
})
