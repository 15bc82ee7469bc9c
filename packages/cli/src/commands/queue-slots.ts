import type { QueueSlots } from '@powerpost/client'
import { usageError } from '../errors/cli-error.ts'
import { printableLine } from '../output/printable.ts'

type Weekday = keyof QueueSlots

const WEEKDAYS: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** What stands for several days. */
const SPANS: Readonly<Record<string, readonly Weekday[]>> = {
  daily: WEEKDAYS,
  weekdays: WEEKDAYS.slice(0, 5),
  weekends: WEEKDAYS.slice(5),
}

/** Reads `monday,friday=09:00,17:30`, next to what was given before. */
export function readSlots(text: string, before: QueueSlots | undefined): QueueSlots {
  const [names = '', times = '', ...more] = text.split('=')
  const listed = split(times)
  if (listed.length === 0 || more.length > 0) throw notSlots(text)
  const slots: Partial<Record<Weekday, string[]>> = { ...before }
  for (const day of split(names).flatMap((name) => readDays(name, text))) {
    slots[day] = [...new Set([...(slots[day] ?? []), ...listed])]
  }
  return slots
}

function readDays(name: string, text: string): readonly Weekday[] {
  const wanted = name.toLowerCase()
  const days = SPANS[wanted] ?? WEEKDAYS.filter((day) => day === wanted)
  if (days.length === 0) throw notSlots(text)
  return days
}

function split(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function notSlots(text: string): Error {
  return usageError(
    `"${text}" does not name slots.`,
    `Write days and times like monday,friday=09:00,17:30. Days: ${[...WEEKDAYS, ...Object.keys(SPANS)].join(', ')}.`,
  )
}

/** A line for each day that has slots. */
export function formatWeek(slots: QueueSlots): string[] {
  return WEEKDAYS.flatMap((day) => {
    const times = slots[day] ?? []
    return times.length === 0 ? [] : [printableLine(`${day}: ${times.join(', ')}`)]
  })
}
