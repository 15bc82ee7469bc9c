import type { Brief } from '#models/port.ts'

/** When it is written, for whom, and by whom: what of the brief is not a text to write about. */
export function describeOccasion({ today, brand }: Brief): string[] {
  return [
    ...(today === undefined
      ? []
      : [`Today is ${spellDate(today.date)}${today.timeZone ? ` (${today.timeZone})` : ''}.`]),
    ...(brand?.locale === undefined
      ? []
      : [
          `The readers live where the locale ${brand.locale} is used: spelling, dates, prices and forms of address are as there.`,
        ]),
  ]
}

/** Of the brand itself, in the customer's words. */
export function describeBrand({ name, handle, audience, slogan }: NonNullable<Brief['brand']>): string {
  return [
    ...(name === undefined ? [] : [`Name: ${name}`]),
    ...(handle === undefined ? [] : [`Handle: ${handle}`]),
    ...(audience === undefined ? [] : [`Audience: ${audience}`]),
    ...(slogan === undefined ? [] : [`Slogan, to be printed only where it is asked for: ${slogan}`]),
  ].join('\n')
}

function spellDate(date: string): string {
  const options = { weekday: 'long', timeZone: 'UTC' } as const
  return `${new Intl.DateTimeFormat('en', options).format(new Date(`${date}T12:00:00Z`))}, ${date}`
}
