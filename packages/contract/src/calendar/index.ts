export {
  calendarEntriesSchema,
  calendarEntrySchema,
  createCalendarEntryRequestSchema,
  listCalendarEntriesQuerySchema,
  updateCalendarEntryRequestSchema,
} from './entries.ts'
export type {
  CalendarEntries,
  CalendarEntry,
  CreateCalendarEntryRequest,
  ListCalendarEntriesQuery,
  UpdateCalendarEntryRequest,
} from './entries.ts'
export {
  calendarFeedPageSchema,
  calendarFeedSchema,
  createCalendarFeedRequestSchema,
  createCalendarFeedResponseSchema,
} from './feeds.ts'
export type { CalendarFeed, CreateCalendarFeedRequest, CreateCalendarFeedResponse } from './feeds.ts'
export { calendarPostSchema } from './posts.ts'
export type { CalendarPost } from './posts.ts'
export { CALENDAR_LIMITS } from './terms.ts'
