import { describe, expect, it } from 'vitest'
import { reportPhases } from './report-phases.ts'

function startReport(elapsedMs: number) {
  const lines: string[] = []
  const waits: { milliseconds: number; fire: () => void }[] = []
  const report = reportPhases({
    write: (line) => lines.push(line),
    startTimer(milliseconds, fire) {
      const wait = { milliseconds, fire }
      waits.push(wait)
      return () => waits.splice(waits.indexOf(wait), 1)
    },
    elapsedMs,
  })
  return { report, lines, waits }
}

describe('a start', () => {
  it('that is quick says nothing of its phases', () => {
    const { report, lines, waits } = startReport(500)
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([1_500])
    report.enter('opening the database')
    report.enter('migrating the database')
    report.end()
    expect([lines, waits]).toEqual([[], []])
  })

  it('that takes long names the phase it is in after two seconds, and each one that follows', () => {
    const { report, lines, waits } = startReport(3_000)
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([0])
    report.enter('opening the database')
    report.enter('migrating the database')
    waits[0]?.fire()
    report.enter('starting the job queue')
    report.end()
    expect(lines).toEqual([
      'PowerPost is starting: migrating the database ...\n',
      'PowerPost is starting: starting the job queue ...\n',
    ])
  })
})
