const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
]

const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** Times further away than this are said by date. */
const NEAR_SECONDS = 7 * 86_400

/**
 * A time of the API for people: "in 3 minutes", "2 hours ago", and beyond a week "2026-12-24 18:00" in the local time zone.
 *
 * @param now in milliseconds since 1970.
 */
export function formatTime(iso: string, now: number = Date.now()): string {
  const time = new Date(iso)
  if (Number.isNaN(time.getTime())) return iso
  const seconds = Math.round((time.getTime() - now) / 1000)
  if (Math.abs(seconds) > NEAR_SECONDS) return formatLocal(time)
  const [unit, size] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1]
  return RELATIVE.format(Math.trunc(seconds / size), unit)
}

/** A time with its date, in the local time zone: for what somebody plans with. */
export function formatLocal(time: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const date = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
  return `${date} ${two(time.getHours())}:${two(time.getMinutes())}`
}
