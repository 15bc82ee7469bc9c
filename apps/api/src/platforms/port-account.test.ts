import { expect, it } from 'vitest'
import type { Publisher } from './port.ts'
import { publishingFor } from './port.ts'
import { SANDBOX_CAPABILITIES } from './sandbox/capabilities.ts'

const publisher: Publisher = {
  prepare: async () => ({ status: 'ready', checkpoint: {} }),
  publish: async () => ({ status: 'posted', platformPostId: '1' }),
  lookUp: async () => ({ status: 'not_posted' }),
  comment: async () => {},
}

it('where kinds of accounts differ, each is published for as it is declared', () => {
  const capabilities = {
    ...SANDBOX_CAPABILITIES,
    lookUp: 'not_at_all',
    firstComment: false,
    byAccountKind: { organization: { lookUp: 'exactly', firstComment: true } },
  } as const
  const profile = publishingFor({ capabilities, publisher }, 'profile')
  expect(profile.capabilities).toMatchObject({ lookUp: 'not_at_all', firstComment: false })
  expect(profile.capabilities).not.toHaveProperty('byAccountKind')
  expect([profile.publisher.lookUp, profile.publisher.comment]).toEqual([undefined, undefined])
  const organization = publishingFor({ capabilities, publisher }, 'organization')
  expect(organization.capabilities).toMatchObject({ lookUp: 'exactly', firstComment: true })
  expect(Object.keys(organization.publisher).toSorted()).toEqual(Object.keys(publisher).toSorted())
})

it('where they do not, an adapter stays as it is: the suite finds what it declares wrongly', () => {
  const blind = publishingFor({ capabilities: { ...SANDBOX_CAPABILITIES, lookUp: 'not_at_all' }, publisher }, 'page')
  expect(blind.publisher).toBe(publisher)
})
