import { principalExample } from '../common/principal.ts'
import type {
  ApiKey,
  CreateApiKeyRequest,
  CreateApiKeyResponse,
  LedgerEntry,
  LedgerPage,
  Workspace,
} from './schemas.ts'

export const workspaceExample: Workspace = {
  workspace_id: '0199a1b2-0000-7000-8000-000000000004',
  name: 'Bakery on Main Street',
  created_at: '2026-11-22T18:53:52.000Z',
}

const entries: LedgerEntry[] = [
  {
    entry_id: '0199a1b2-0000-7000-8000-000000000006',
    kind: 'debit',
    amount: -10,
    balance_after: 40,
    operation: { type: 'generation', id: '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b' },
    note: null,
    created_at: '2026-11-22T18:53:52.000Z',
  },
  {
    entry_id: '0199a1b2-0000-7000-8000-000000000005',
    kind: 'grant',
    amount: 50,
    balance_after: 50,
    operation: null,
    note: 'Initial credits',
    created_at: '2026-11-22T18:50:00.000Z',
  },
]

export const ledgerPageExample: LedgerPage = { data: entries, next_cursor: null, has_more: false }

export const apiKeyExample: ApiKey = {
  key_id: '0199a1b2-0000-7000-8000-000000000007',
  name: 'Drafting agent',
  prefix: 'pp_live_sk_a1B2',
  scopes: ['content:read', 'content:generate'],
  livemode: true,
  workspace_ids: [workspaceExample.workspace_id],
  created_by: principalExample,
  created_at: '2026-11-22T18:53:52.000Z',
  expires_at: null,
  last_used_at: null,
}

export const createApiKeyRequestExamples = {
  agent: {
    name: 'Drafting agent',
    scopes: ['content:read', 'content:generate'],
    workspace_ids: [workspaceExample.workspace_id],
  },
  sandbox: { name: 'Tests', preset: 'read_write', sandbox: true },
} satisfies Record<string, CreateApiKeyRequest>

export const createApiKeyResponseExample: CreateApiKeyResponse = {
  ...apiKeyExample,
  key: 'pp_live_sk_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6',
}
