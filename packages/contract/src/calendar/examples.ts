import { principalExample } from '../common/principal.ts'
import type { CalendarEntries, CalendarEntry } from './entries.ts'
import type { CalendarFeed, CreateCalendarFeedResponse } from './feeds.ts'

export const calendarEntryExample: CalendarEntry = {
  entry_id: '0199a1b2-0000-7000-8000-000000000050',
  title: 'Product launch',
  description: 'Show the new oven, link the shop',
  scheduled_date: '2026-12-24',
  scheduled_time: '18:30',
  platforms: ['instagram', 'x'],
  status: 'planned',
  livemode: true,
  created_by: principalExample,
  created_at: '2026-11-22T18:53:52.000Z',
  updated_at: '2026-11-22T18:53:52.000Z',
}

export const calendarEntriesExample: CalendarEntries = { entries: [calendarEntryExample] }

export const calendarFeedExample: CalendarFeed = {
  feed_id: '0199a1b2-0000-7000-8000-000000000051',
  name: 'Copper Pot',
  include_posts: true,
  livemode: true,
  created_by: principalExample,
  created_at: '2026-11-22T18:53:52.000Z',
}

export const createCalendarFeedExample: CreateCalendarFeedResponse = {
  ...calendarFeedExample,
  url: 'https://api.example.com/api/v1/calendar/feeds/0199a1b2-0000-7000-8000-000000000051/calendar.ics?token=cal_3yTq',
}

export const ICALENDAR_EXAMPLE = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//PowerPost//Calendar//EN',
  'BEGIN:VEVENT',
  'UID:0199a1b2-0000-7000-8000-000000000050@powerpost',
  'DTSTAMP:20261122T185352Z',
  'DTSTART:20261224T183000',
  'SUMMARY:Product launch',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n')
