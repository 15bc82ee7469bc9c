import type { PlatformAdapter } from '#platforms/port.ts'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { warnOfVersions } from './warn-of-versions.ts'

function linesAt(day: string, isSetUp = true): object[] {
  const lines: object[] = []
  const logger = pino({ base: null }, { write: (line: string) => lines.push(JSON.parse(line)) })
  const adapter = {} as PlatformAdapter
  warnOfVersions({
    platforms: { find: (platform) => (isSetUp && platform === 'facebook' ? adapter : undefined) },
    apiVersions: { meta: 'v21.0', linkedin: '202607' },
    clock: { now: () => new Date(day) },
    logger,
  })
  return lines
}

it('a version that ends within sixty days, or has ended, is in the log with the setting that names it', () => {
  expect(linesAt('2026-11-21')).toEqual([])
  expect(linesAt('2026-11-22')).toMatchObject([{ level: 40, version: 'v21.0', days_left: 60, ends_on: '2027-01-21' }])
  expect(linesAt('2027-01-22')).toMatchObject([
    { level: 50, msg: 'a version of a platform API has ended: set POWERPOST_META_API_VERSION' },
  ])
})

it('one of a platform that is not set up is not in the log', () => {
  expect(linesAt('2027-01-22', false)).toEqual([])
})
