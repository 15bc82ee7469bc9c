import { setImmediate } from 'node:timers/promises'

/** An event of a calendar, as RFC 5545 has it. */
export interface CalendarEvent {
  /** The same for the same event for ever, and for no other one. */
  readonly uid: string
  readonly changedAt: Date
  /** `floating`: the same on every clock, `YYYY-MM-DD` and `HH:MM`; without a time the whole day. */
  readonly start: { readonly at: Date } | { readonly date: string; readonly time: string | null }
  readonly summary: string
  readonly description?: string
  readonly categories: readonly string[]
  readonly url?: string
  /** It is only planned. */
  readonly tentative: boolean
}

/** A calendar has to have a component (3.6): this one is right, and nothing refers to it. */
const TIME_ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** A few milliseconds' worth: then others have a turn. */
const EVENTS_AT_ONCE = 50

/**
 * Writes the events of a calendar. Others have a turn after every 50, because a calendar can be several megabytes; so
 * events that are made one by one are made in those turns, too.
 */
export async function writeEvents(events: Iterable<CalendarEvent>): Promise<Buffer> {
  const written: Buffer[] = []
  let lines: string[] = []
  let count = 0
  for (const event of events) {
    lines.push(...toLines(event))
    count += 1
    if (count % EVENTS_AT_ONCE > 0) continue
    written.push(writeLines(lines))
    lines = []
    await setImmediate()
  }
  return Buffer.concat([...written, writeLines(lines)])
}

/** Makes a calendar of events that are written, as iCalendar, RFC 5545: its parts, one after another. */
export function writeICalendar(name: string, events: Buffer): Buffer[] {
  const start = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//PowerPost//Calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    // RFC 7986, 5.7: how often to ask again.
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...TIME_ZONE,
  ]
  return [writeLines(start), events, writeLines(['END:VCALENDAR'])]
}

function writeLines(lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => `${foldLine(line)}\r\n`).join(''))
}

function toLines(event: CalendarEvent): string[] {
  const { uid, changedAt, start, summary, description, categories, url, tentative } = event
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${toUtc(changedAt)}`,
    `LAST-MODIFIED:${toUtc(changedAt)}`,
    startLine(start),
    `SUMMARY:${escapeText(summary)}`,
    ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
    ...(categories.length > 0 ? [`CATEGORIES:${categories.map(escapeText).join(',')}`] : []),
    ...(url === undefined ? [] : [`URL:${url.replaceAll(/[\r\n]/g, '')}`]),
    `STATUS:${tentative ? 'TENTATIVE' : 'CONFIRMED'}`,
    // A post keeps nobody from a meeting.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function startLine(start: CalendarEvent['start']): string {
  if ('at' in start) return `DTSTART:${toUtc(start.at)}`
  const date = start.date.replaceAll('-', '')
  // Without an end, a date is the whole day and a time a moment (3.6.1).
  return start.time === null ? `DTSTART;VALUE=DATE:${date}` : `DTSTART:${date}T${start.time.replace(':', '')}00`
}

function toUtc(time: Date): string {
  return `${time.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

/** Control characters, which no text may hold (3.1). */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g

function escapeText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(CONTROLS, '')
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
}

/** Octets of a line, its end not counted (3.1). */
const LINE_OCTETS = 75

/** Folds a line so that none is longer, and no character is cut. */
export function foldLine(line: string): string {
  const parts: string[] = []
  let start = 0
  let octets = 0
  for (let index = 0; index < line.length;) {
    const code = line.codePointAt(index) ?? 0
    const size = octetsOf(code)
    if (octets + size > LINE_OCTETS) {
      parts.push(line.slice(start, index))
      start = index
      // The space with which a line goes on.
      octets = 1
    }
    octets += size
    index += code > 0xff_ff ? 2 : 1
  }
  parts.push(line.slice(start))
  return parts.join('\r\n ')
}

/** Octets of a character in UTF-8. */
function octetsOf(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x8_00) return 2
  return code < 0x1_00_00 ? 3 : 4
}
