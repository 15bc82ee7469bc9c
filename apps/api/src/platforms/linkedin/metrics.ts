import { z } from 'zod'
import type { MeasuredPost, MetricsReader, PostToMeasure } from '../port.ts'
import { toMetricValues } from '../port.ts'
import type { LinkedInApi } from './api.ts'
import { authorOf, isOrganization } from './author.ts'
import { PATHS } from './endpoints.ts'

/** An address has to stay short. */
const BATCH_SIZE = 20

const count = z.number().nonnegative().optional()

const answerSchema = z.object({
  elements: z.array(
    z.object({
      share: z.string().optional(),
      ugcPost: z.string().optional(),
      totalShareStatistics: z.object({
        impressionCount: count,
        uniqueImpressionsCount: count,
        clickCount: count,
        likeCount: z.number().optional(),
        commentCount: count,
        shareCount: count,
      }),
    }),
  ),
})

const MEMBER = 'LinkedIn gives the numbers of posts only to organizations, not to members.'

/**
 * Reads the share statistics of an organization, for some of its posts:
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/share-statistics (December 2026).
 * LinkedIn lets nobody read those of a member.
 */
export function createLinkedInMetrics(api: LinkedInApi): MetricsReader {
  return {
    batchSize: BATCH_SIZE,
    async read(posts, options) {
      const { connection } = options
      if (!isOrganization(connection)) {
        return posts.map(({ itemId }) => ({ itemId, status: 'withheld', message: MEMBER }))
      }
      const measured = new Map<string, z.output<typeof answerSchema>['elements'][number]['totalShareStatistics']>()
      for (const [field, kind] of [
        ['shares', 'share'],
        ['ugcPosts', 'ugcPost'],
      ] as const) {
        const urns = posts
          .filter((post) => isOf(kind, post))
          .map(({ platformPostId }) => encodeURIComponent(platformPostId))
        if (urns.length === 0) continue
        const author = encodeURIComponent(authorOf(connection))
        const query = `q=organizationalEntity&organizationalEntity=${author}&${field}=List(${urns.join(',')})`
        const request = { method: 'GET', path: PATHS.shareStatistics, query, restMethod: 'FINDER' } as const
        const { elements } = await api.ask(answerSchema, request, options)
        for (const one of elements) measured.set(one[kind] ?? '', one.totalShareStatistics)
      }
      return posts.map(({ itemId, platformPostId }): MeasuredPost => {
        const {
          impressionCount: views,
          uniqueImpressionsCount: reach,
          clickCount: clicks,
          ...rest
        } = measured.get(platformPostId) ?? {}
        // Likes that were taken back can make it less than none.
        const likes = rest.likeCount === undefined ? undefined : Math.max(0, rest.likeCount)
        const values = { views, reach, clicks, likes, comments: rest.commentCount, shares: rest.shareCount }
        return { itemId, status: 'measured', values: toMetricValues(values) }
      })
    },
  }
}

function isOf(kind: 'share' | 'ugcPost', { platformPostId }: PostToMeasure): boolean {
  return platformPostId.startsWith(`urn:li:${kind}:`)
}
