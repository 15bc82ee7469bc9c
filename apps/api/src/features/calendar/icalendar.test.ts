import ICAL from 'ical.js'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CalendarEvent } from './icalendar.ts'
import { foldLine, writeEvents, writeICalendar } from './icalendar.ts'

const EVENT: CalendarEvent = {
  uid: '0199a1b2-0000-7000-8000-000000000050@powerpost',
  changedAt: new Date('2026-11-22T18:53:52.123Z'),
  start: { date: '2026-12-24', time: '18:30' },
  summary: 'Launch',
  categories: [],
  tentative: true,
}

async function writeAll(name: string, events: readonly CalendarEvent[]): Promise<string> {
  return Buffer.concat(writeICalendar(name, await writeEvents(events))).toString()
}

const write = (event: Partial<CalendarEvent>) => writeAll('Pot', [{ ...EVENT, ...event }])

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

it.each(HARD)('keeps every character of a text: %j', async (text) => {
  const event = read(await write({ summary: text, description: text }))
  const lines = text.replaceAll(/\r\n?/g, '\n')
  expect([event.summary, event.description]).toEqual([lines, lines])
})

it.each(HARD)('has no line of more than 75 octets, and cuts no character: %j', async (text) => {
  const written = await write({ summary: text, categories: [text] })
  expect(written.endsWith('\r\n')).toBe(true)
  expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of written.split('\r\n')) {
    expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
    expect(line.isWellFormed()).toBe(true)
  }
})

it('leaves out control characters, which no text may hold', async () => {
  expect(read(await write({ summary: 'a\u0000b\u0007c\td' })).summary).toBe('abc\td')
})

it('says a time without a zone as one that is the same on every clock', async () => {
  const { startDate } = read(await write({}))
  expect([startDate.toString(), startDate.zone.tzid]).toEqual(['2026-12-24T18:30:00', 'floating'])
})

it('says a day without a time as the whole day', async () => {
  const { startDate, endDate } = read(await write({ start: { date: '2026-12-24', time: null } }))
  expect([startDate.isDate, startDate.toString(), endDate.toString()]).toEqual([true, '2026-12-24', '2026-12-25'])
})

it('says a moment in UTC', async () => {
  const { startDate } = read(await write({ start: { at: new Date('2026-12-24T17:30:00.000Z') } }))
  expect([startDate.toString(), startDate.zone.tzid]).toEqual(['2026-12-24T17:30:00Z', 'UTC'])
})

it('has an identity and a stamp, and several categories', async () => {
  const { uid, component } = read(await write({ categories: ['Instagram', 'X'] }))
  expect(uid).toBe(EVENT.uid)
  expect(String(component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-22T18:53:52Z')
  expect(component.getFirstProperty('categories')?.getValues()).toEqual(['Instagram', 'X'])
})

it('is a calendar with a component also when nothing is planned', async () => {
  const written = await writeAll('Pot, and pan', [])
  expect(written).toContain(String.raw`NAME:Pot\, and pan`)
  const calendar = new ICAL.Component(ICAL.parse(written))
  expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone'])
})

/** Characters of one to four octets, and those that are made of several. */
const TEXTS = fc.string({ unit: fc.constantFrom('a', ' ', 'é', '漢', '😀', '👩‍👩‍👧', '\u0301'), maxLength: 400 })

it.each([
  ['in ASCII', fc.string({ unit: 'grapheme-ascii', maxLength: 400 })],
  ['in any script', fc.string({ unit: 'grapheme', maxLength: 400 })],
  ['of characters of many sizes', TEXTS],
])('a line %s is folded at 75 octets, as late as it can be, and unfolds to itself', (_, texts) => {
  fc.assert(
    fc.property(texts, (text) => {
      const lines = foldLine(text).split('\r\n')
      expect(lines.map((line, index) => (index === 0 ? line : line.slice(1))).join('')).toBe(text)
      for (const [index, line] of lines.entries()) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(line.isWellFormed()).toBe(true)
        const [next = ''] = lines[index + 1]?.slice(1) ?? ''
        if (next !== '') expect(Buffer.byteLength(line + next)).toBeGreaterThan(75)
      }
    }),
  )
})

it('lets others have a turn while it writes a large calendar', async () => {
  let turns = 0
  let isWritten = false
  const takeTurn = () => {
    turns += 1
    if (!isWritten) setImmediate(takeTurn)
  }
  setImmediate(takeTurn)
  const events = Array.from({ length: 1000 }, (_, index) => ({ ...EVENT, uid: `${index}` }))
  const written = (await writeEvents(events)).toString()
  isWritten = true
  expect(turns).toBeGreaterThanOrEqual(1000 / 50 - 1)
  expect([...written.matchAll(/^UID:(\d+)\r$/gm)].map(([, uid]) => Number(uid))).toEqual([...events.keys()])
})
