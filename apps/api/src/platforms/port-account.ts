import type { AccountKind, Platform } from '@powerpost/contract'
import type { DeclaredCapabilities, Publisher, PublishingCapabilities } from './port-publisher.ts'

/** An adapter, as far as it publishes. */
interface Publishing<Name extends Platform> {
  readonly capabilities: DeclaredCapabilities
  readonly publisher: Publisher<Name>
}

/** What publishes for accounts of one kind. Where kinds differ, its publisher has no other methods than the kind's capabilities allow. */
export function publishingFor<Name extends Platform>(
  { capabilities: declared, publisher }: Publishing<Name>,
  kind: AccountKind,
): { readonly capabilities: PublishingCapabilities; readonly publisher: Publisher<Name> } {
  const { byAccountKind, ...common } = declared
  if (!byAccountKind) return { capabilities: common, publisher }
  const capabilities = { ...common, ...byAccountKind[kind] }
  const { lookUp, comment, ...always } = publisher
  return {
    capabilities,
    publisher: {
      ...always,
      ...(lookUp && capabilities.lookUp !== 'not_at_all' && { lookUp }),
      ...(comment && capabilities.firstComment && { comment }),
    },
  }
}
