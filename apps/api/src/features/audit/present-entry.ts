import type { AuditEntry } from '@powerpost/contract'
import type { StoredLine } from './audit.repository.ts'

/** A line of the audit log as the API shows it. */
export function toEntry(line: StoredLine): AuditEntry {
  return {
    entry_id: line.id,
    action: line.action,
    principal: line.principal,
    key_id: line.key_id,
    resource: { type: line.resource_type, id: line.resource_id },
    workspace_id: line.workspace_id,
    before: line.before,
    after: line.after,
    address: line.address,
    request_id: line.request_id,
    livemode: line.livemode,
    created_at: line.created_at.toISOString(),
  }
}
