import { principalExample } from '../common/principal.ts'
import type { ConnectionCapabilities } from './capabilities.ts'
import type { PlatformChoices } from './choices.ts'
import type { ConnectionHealth } from './health.ts'
import type { ConnectionLimits } from './limits.ts'
import type { Connection } from './schemas.ts'

export const connectionExample: Connection = {
  connection_id: '0199a1b2-0000-7000-8000-000000000041',
  platform: 'x',
  sandbox: true,
  display_name: 'X sandbox',
  platform_account_id: null,
  account_kind: null,
  picture_url: null,
  status: 'active',
  expires_at: null,
  livemode: true,
  created_by: principalExample,
  created_at: '2026-11-22T18:53:52.000Z',
}

export const healthExample: ConnectionHealth = {
  connection_id: '0199a1b2-0000-7000-8000-000000000042',
  status: 'active',
  token_expires_at: '2026-11-22T20:53:52.000Z',
  renews_at: '2026-12-22T18:53:52.000Z',
  last_renewed_at: '2026-11-22T18:53:52.000Z',
  last_error: null,
  scopes: { granted: ['tweet.read', 'tweet.write', 'users.read', 'media.write', 'offline.access'], missing: [] },
  last_posted_at: '2026-11-22T18:53:55.000Z',
}

export const capabilitiesExample: ConnectionCapabilities = {
  connection_id: '0199a1b2-0000-7000-8000-000000000043',
  video_seconds: 300,
  options: [
    { name: 'privacy_level', allowed: ['MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'] },
    { name: 'allow_duet', allowed: [false] },
  ],
  checked_at: '2026-11-22T18:53:52.000Z',
}

export const limitsExample: ConnectionLimits = {
  connection_id: '0199a1b2-0000-7000-8000-000000000042',
  limits: [
    {
      name: 'posts_15m',
      used: 3,
      total: 100,
      resets_at: '2026-11-22T19:08:52.000Z',
      scope: 'account',
      source: 'the headers of X',
    },
  ],
  checked_at: '2026-11-22T18:53:52.000Z',
}

export const choicesExample: PlatformChoices = {
  connection_id: '0199a1b2-0000-7000-8000-000000000044',
  name: 'playlists',
  choices: [
    { option: 'playlist_id', value: 'PLsandbox-recipes', label: 'Recipes', description: '12 videos, public' },
    { option: 'playlist_id', value: 'PLsandbox-behind-the-counter', label: 'Behind the counter' },
  ],
  checked_at: '2026-11-22T18:53:52.000Z',
}
