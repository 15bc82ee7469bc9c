import { initContract } from '@ts-rest/core'
import { z } from 'zod'
import { deletedExample, deletedSchema } from '../common/deletion.ts'
import { workspaceHeaders, workspacePostHeaders } from '../common/headers.ts'
import type { Operation } from '../common/operation.ts'
import { errorResponses, IDEMPOTENCY_ERRORS, JSON_BODY_ERRORS, publicErrorResponses } from '../errors/index.ts'
import * as entries from './entries.ts'
import * as examples from './examples.ts'
import * as feeds from './feeds.ts'

const c = initContract()

const { title, description, scheduled_date, scheduled_time, platforms } = examples.calendarEntryExample

const entryRoutes = c.router({
  list: {
    method: 'GET',
    path: '/calendar/entries',
    summary: 'List calendar entries',
    description:
      'The entries of a range of at most 366 days, in the order of time. `include=posts` adds the scheduled and published posts.',
    headers: workspaceHeaders,
    query: entries.listCalendarEntriesQuerySchema,
    responses: { 200: entries.calendarEntriesSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN') },
    metadata: {
      operationId: 'listCalendarEntries',
      queryExample: { start_date: '2026-12-01', end_date: '2026-12-31' },
      tag: 'Calendar',
      scope: 'calendar:read',
      workspace: true,
      responseExample: examples.calendarEntriesExample,
    } satisfies Operation,
  },
  create: {
    method: 'POST',
    path: '/calendar/entries',
    summary: 'Create a calendar entry',
    description: 'Plans something for a day. It publishes nothing. Dates and times are kept as they are given.',
    headers: workspacePostHeaders,
    body: entries.createCalendarEntryRequestSchema,
    responses: {
      200: entries.calendarEntrySchema,
      ...errorResponses(...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'FORBIDDEN', 'CONFLICT'),
    },
    metadata: {
      operationId: 'createCalendarEntry',
      tag: 'Calendar',
      scope: 'calendar:write',
      workspace: true,
      changes: 'calendar_entry',
      requestExamples: { entry: { title, description, scheduled_date, scheduled_time, platforms } },
      responseExample: examples.calendarEntryExample,
    } satisfies Operation,
  },
  get: {
    method: 'GET',
    path: '/calendar/entries/:id',
    summary: 'Get a calendar entry',
    description: 'One calendar entry.',
    headers: workspaceHeaders,
    pathParams: entries.calendarEntryPathSchema,
    responses: { 200: entries.calendarEntrySchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND') },
    metadata: {
      operationId: 'getCalendarEntry',
      tag: 'Calendar',
      scope: 'calendar:read',
      workspace: true,
      responseExample: examples.calendarEntryExample,
    } satisfies Operation,
  },
  update: {
    method: 'PATCH',
    path: '/calendar/entries/:id',
    summary: 'Update a calendar entry',
    description: 'Updates the given fields, at least one. `null` clears `description`, `scheduled_time` and `post_id`.',
    headers: workspaceHeaders,
    pathParams: entries.calendarEntryPathSchema,
    body: entries.updateCalendarEntryRequestSchema,
    responses: {
      200: entries.calendarEntrySchema,
      ...errorResponses(...JSON_BODY_ERRORS, 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'),
    },
    metadata: {
      operationId: 'updateCalendarEntry',
      tag: 'Calendar',
      scope: 'calendar:write',
      workspace: true,
      changes: 'calendar_entry',
      requestExamples: { move: { scheduled_date: '2026-12-27', scheduled_time: null }, rename: { title } },
      responseExample: examples.calendarEntryExample,
    } satisfies Operation,
  },
  delete: {
    method: 'DELETE',
    path: '/calendar/entries/:id',
    summary: 'Delete a calendar entry',
    description: 'Deletes a calendar entry. The post that it is about stays.',
    headers: workspaceHeaders,
    pathParams: entries.calendarEntryPathSchema,
    responses: { 200: deletedSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND') },
    metadata: {
      operationId: 'deleteCalendarEntry',
      tag: 'Calendar',
      scope: 'calendar:write',
      workspace: true,
      changes: 'calendar_entry',
      responseExample: deletedExample,
    } satisfies Operation,
  },
})

const feedRoutes = c.router({
  list: {
    method: 'GET',
    path: '/calendar/feeds',
    summary: 'List calendar feeds',
    description: 'The links by which calendar programs read the calendar, newest first, without the links themselves.',
    headers: workspaceHeaders,
    query: feeds.listCalendarFeedsQuerySchema,
    responses: { 200: feeds.calendarFeedPageSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN') },
    metadata: {
      operationId: 'listCalendarFeeds',
      tag: 'Calendar',
      scope: 'calendar:read',
      workspace: true,
      responseExample: { data: [examples.calendarFeedExample], next_cursor: null, has_more: false },
    } satisfies Operation,
  },
  create: {
    method: 'POST',
    path: '/calendar/feeds',
    summary: 'Create a calendar feed',
    description:
      'Makes a link by which calendar programs (Google Calendar, Apple Calendar, Outlook) read the calendar. The link is a secret and is shown only this once. Delete the feed to revoke it. A workspace can have up to 20.',
    headers: workspacePostHeaders,
    body: feeds.createCalendarFeedRequestSchema,
    responses: {
      200: feeds.createCalendarFeedResponseSchema,
      ...errorResponses(...JSON_BODY_ERRORS, ...IDEMPOTENCY_ERRORS, 'FORBIDDEN', 'CONFLICT'),
    },
    metadata: {
      operationId: 'createCalendarFeed',
      tag: 'Calendar',
      scope: 'calendar:write',
      workspace: true,
      changes: 'calendar_feed',
      shownOnce: 'url',
      requestExamples: { feed: { name: 'Copper Pot', include_posts: true } },
      responseExample: examples.createCalendarFeedExample,
    } satisfies Operation,
  },
  delete: {
    method: 'DELETE',
    path: '/calendar/feeds/:id',
    summary: 'Delete a calendar feed',
    description: 'Revokes the link at once.',
    headers: workspaceHeaders,
    pathParams: feeds.calendarFeedPathSchema,
    responses: { 200: deletedSchema, ...errorResponses('VALIDATION_ERROR', 'FORBIDDEN', 'NOT_FOUND') },
    metadata: {
      operationId: 'deleteCalendarFeed',
      tag: 'Calendar',
      scope: 'calendar:write',
      workspace: true,
      changes: 'calendar_feed',
      responseExample: deletedExample,
    } satisfies Operation,
  },
  read: {
    method: 'GET',
    path: '/calendar/feeds/:id/calendar.ics',
    summary: 'Read a calendar feed',
    description:
      'The calendar as iCalendar (RFC 5545), by the `url` of a feed: entries from 90 days ago to 366 days ahead, and posts if the feed includes them. Of a description it has the first 500 characters. It can be read 12 times a minute. A link that is wrong or was revoked returns the same 404.',
    pathParams: feeds.calendarFeedPathSchema,
    query: feeds.downloadCalendarFeedQuerySchema,
    responses: { 200: c.noBody(), ...publicErrorResponses('VALIDATION_ERROR', 'NOT_FOUND') },
    metadata: {
      operationId: 'downloadCalendarFeed',
      tag: 'Calendar',
      scope: null,
      workspace: false,
      otherAnswers: {
        200: {
          description: 'The calendar.',
          contentTypes: ['text/calendar'],
          schema: z.string(),
          example: examples.ICALENDAR_EXAMPLE,
          headers: {
            'Cache-Control': 'How long it may be cached: 5 minutes.',
            'Content-Disposition': 'The name of the file.',
            'X-Robots-Tag': 'Search engines do not list it.',
          },
        },
      },
    } satisfies Operation,
  },
})

export const calendarRoutes = c.router({ entries: entryRoutes, feeds: feedRoutes })
