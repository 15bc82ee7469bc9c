import type { Db } from '#db/types.ts'
import type { Mutate } from '#features/audit/index.ts'
import type { AnswerOnce } from '#features/idempotency/index.ts'
import { paginate } from '#shared/paginate.ts'
import { workspacePrincipalOf } from '#shared/principal.ts'
import { handlersFor } from '#shared/router.ts'
import { contract } from '@powerpost/contract/routes'
import { findEntry } from './entries.repository.ts'
import { findFeeds } from './feeds.repository.ts'
import { listEntries } from './list-entries.ts'
import { noSuchEntry, toEntry, toFeed, withoutLink } from './present-calendar.ts'
import type { ReadFeedDependencies } from './read-feed.ts'
import { createKeptTexts, KEPT_SECONDS } from './kept-texts.ts'
import { readFeed } from './read-feed.ts'
import { createEntry, deleteEntry, updateEntry } from './save-entry.ts'
import type { FeedDependencies } from './save-feed.ts'
import { createFeed, deleteFeed } from './save-feed.ts'

export interface CalendarDependencies extends FeedDependencies, Omit<ReadFeedDependencies, 'keptEvents'> {
  readonly db: Db
  readonly mutate: Mutate
  readonly answerOnce: AnswerOnce
}

export function createCalendarRoutes(dependencies: CalendarDependencies) {
  const { db, clock, mutate, answerOnce } = dependencies
  const keptEvents = createKeptTexts({ clock })
  return handlersFor(contract.calendar, {
    entries: {
      list: async ({ query, res }) => ({ status: 200, body: await listEntries(db, workspacePrincipalOf(res), query) }),
      create: async ({ body, req, res }) => {
        const options = { principal: workspacePrincipalOf(res), request: body, clock }
        return answerOnce({ req, res, content: body }, (trx) => createEntry(trx, options))
      },
      get: async ({ params, res }) => {
        const entry = await findEntry(db, workspacePrincipalOf(res), params.id)
        if (!entry) throw noSuchEntry()
        return { status: 200, body: toEntry(entry) }
      },
      update: async ({ params, body, req, res }) => {
        const options = { principal: workspacePrincipalOf(res), id: params.id, request: body, clock }
        return mutate({ req, res }, (trx) => updateEntry(trx, options))
      },
      delete: async ({ params, req, res }) => {
        const options = { principal: workspacePrincipalOf(res), id: params.id }
        return mutate({ req, res }, (trx) => deleteEntry(trx, options))
      },
    },
    feeds: {
      list: async ({ query, res }) => {
        const principal = workspacePrincipalOf(res)
        const page = await paginate({ list: 'calendar-feeds', principal, query }, (options) =>
          findFeeds(db, principal, options),
        )
        return { status: 200, body: { ...page, data: page.data.map(toFeed) } }
      },
      create: async ({ body, req, res }) => {
        const options = { principal: workspacePrincipalOf(res), request: body }
        return answerOnce({ req, res, content: body, withoutSecrets: withoutLink }, (trx) =>
          createFeed(trx, dependencies, options),
        )
      },
      delete: async ({ params, req, res }) => {
        const options = { principal: workspacePrincipalOf(res), id: params.id }
        return mutate({ req, res }, (trx) => deleteFeed(trx, options))
      },
      read: async ({ params, query, res }) => {
        const calendar = await readFeed({ ...dependencies, keptEvents }, { id: params.id, token: query.token })
        res.setHeader('Content-Type', 'text/calendar; charset=utf-8')
        res.setHeader('Content-Disposition', 'inline; filename="calendar.ics"')
        res.setHeader('Cache-Control', `private, max-age=${KEPT_SECONDS}`)
        res.setHeader('X-Robots-Tag', 'noindex, nofollow')
        res.statusCode = 200
        // One after another, so that readers of a large calendar share its text in memory.
        for (const part of calendar) res.write(part)
        res.end()
        return { status: 200, body: undefined }
      },
    },
  })
}
