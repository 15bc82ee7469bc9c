import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import type { CalendarEvent } from './icalendar.ts'
import { writeICalendar } from './icalendar.ts'

const EVENT: CalendarEvent = {
  uid: '0199a1b2-0000-7000-8000-000000000050@powerpost',
  changedAt: new Date('2026-11-22T18:53:52.123Z'),
  start: { date: '2026-12-24', time: '18:30' },
  summary: 'Launch',
  categories: [],
  tentative: true,
}

const write = (event: Partial<CalendarEvent>) => writeICalendar({ name: 'Pot', events: [{ ...EVENT, ...event }] })

/** As a calendar program reads it. */
function read(text: string): ICAL.Event {
  const [found] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  if (!found) throw new Error('there is no event')
  return new ICAL.Event(found)
}

const HARD = [
  'commas, semicolons; a back\\slash and \\n that is none',
  'two\nlines\r\nand a third\rand a fourth',
  '😀'.repeat(60),
  `${'é'.repeat(36)}x${'漢'.repeat(80)}`,
  'BEGIN:VEVENT\r\nUID:of another\r\nEND:VEVENT',
  '"quoted": with, all; of it',
]

it.each(HARD)('keeps every character of a text: %j', (text) => {
  const event = read(write({ summary: text, description: text }))
  const lines = text.replaceAll(/\r\n?/g, '\n')
  expect([event.summary, event.description]).toEqual([lines, lines])
})

it.each(HARD)('has no line of more than 75 octets, and cuts no character: %j', (text) => {
  const written = write({ summary: text, categories: [text] })
  expect(written.endsWith('\r\n')).toBe(true)
  expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of written.split('\r\n')) {
    expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
    expect(line.isWellFormed()).toBe(true)
  }
})

it('leaves out control characters, which no text may hold', () => {
  expect(read(write({ summary: 'a\u0000b\u0007c\td' })).summary).toBe('abc\td')
})

it('says a time without a zone as one that is the same on every clock', () => {
  const { startDate } = read(write({}))
  expect([startDate.toString(), startDate.zone.tzid]).toEqual(['2026-12-24T18:30:00', 'floating'])
})

it('says a day without a time as the whole day', () => {
  const { startDate, endDate } = read(write({ start: { date: '2026-12-24', time: null } }))
  expect([startDate.isDate, startDate.toString(), endDate.toString()]).toEqual([true, '2026-12-24', '2026-12-25'])
})

it('says a moment in UTC', () => {
  const { startDate } = read(write({ start: { at: new Date('2026-12-24T17:30:00.000Z') } }))
  expect([startDate.toString(), startDate.zone.tzid]).toEqual(['2026-12-24T17:30:00Z', 'UTC'])
})

it('has an identity and a stamp, and several categories', () => {
  const { uid, component } = read(write({ categories: ['Instagram', 'X'] }))
  expect(uid).toBe(EVENT.uid)
  expect(String(component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-22T18:53:52Z')
  expect(component.getFirstProperty('categories')?.getValues()).toEqual(['Instagram', 'X'])
})

it('is a calendar with a component also when nothing is planned', () => {
  const written = writeICalendar({ name: 'Pot, and pan', events: [] })
  expect(written).toContain(String.raw`NAME:Pot\, and pan`)
  const calendar = new ICAL.Component(ICAL.parse(written))
  expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone'])
})
