import type { ItemAnalytics } from './items.ts'
import type { AnalyticsRow, AnalyticsSummary } from './summary.ts'

const FIGURES = { views: 1840, likes: 96, comments: 7 }

export const itemAnalyticsExample: ItemAnalytics = {
  post_item_id: '0199a1b2-0000-7000-8000-000000000032',
  post_type: 'instagram-reel',
  platform: 'instagram',
  status: 'posted',
  metrics: { ...FIGURES, shares: 12, saves: 31, reach: 1502, fetched_at: '2026-11-23T18:54:02.000Z' },
  unavailable: [
    { metric: 'clicks', reason: 'not_given', message: 'Instagram does not give it for this post.' },
    { metric: 'watch_seconds', reason: 'not_given', message: 'Instagram does not give it for this post.' },
  ],
  collection: { status: 'collecting', next_at: '2026-11-24T18:54:02.000Z' },
}

const SUMS = { items: 1, measured: 1, ...FIGURES, shares: 12, saves: 31, reach: 1502, clicks: 0, watch_seconds: 0 }

export const analyticsSummaryExample: AnalyticsSummary = {
  from: '2026-11-22',
  to: '2026-11-22',
  time_zone: 'Europe/Berlin',
  group_by: 'day',
  totals: SUMS,
  groups: [{ key: '2026-11-22', ...SUMS }],
}

export const analyticsRowExample: AnalyticsRow = {
  item_id: '0199a1b2-0000-7000-8000-000000000032',
  post_id: '0199a1b2-0000-7000-8000-000000000031',
  platform: 'instagram',
  post_type: 'instagram-reel',
  connection_id: '0199a1b2-0000-7000-8000-000000000021',
  account: '@powerpost',
  posted_at: '2026-11-22T18:54:02.000Z',
  date: '2026-11-22',
  platform_url: 'https://www.instagram.com/reel/DRx4/',
  excerpt: 'Dark mode is here.',
  fetched_at: '2026-11-23T18:54:02.000Z',
  ...FIGURES,
  shares: 12,
  saves: 31,
  reach: 1502,
  clicks: null,
  watch_seconds: null,
}
