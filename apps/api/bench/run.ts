import { measureAnalytics } from './analytics.ts'
import { measureHttp } from './http.ts'
import { measureQueue } from './queue.ts'
import { measureSchedule } from './schedule.ts'
import type { Figures } from './environment.ts'
import { measureStarts } from './starts.ts'
import { measureStatements } from './statements.ts'
import { measureTexts } from './texts.ts'
import { measureWebhooks } from './webhooks.ts'

/**
 * Measures this machine, prints what it saw, and asserts nothing: figures differ from machine to machine, and only the
 * ratios within one run can be compared.
 */
print(measureTexts())

const databases = ['embedded', 'postgres'] as const

for (const database of databases) {
  process.stdout.write(`\n${database}\n`)
  for (const measure of [
    measureStarts,
    measureStatements,
    measureQueue,
    measureHttp,
    measureWebhooks,
    measureSchedule,
    measureAnalytics,
  ]) {
    print(await measure(database))
  }
}
process.exit(0)

function print(figures: Figures): void {
  for (const [name, value] of Object.entries(figures)) process.stdout.write(`  ${name.padEnd(52)} ${value}\n`)
}
