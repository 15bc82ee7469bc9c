// `pnpm check:licenses`: lists the production dependencies by licence. Exit code 1 when one has a licence that is not allowed.
import { text } from 'node:stream/consumers'
import type { LicenseList } from './licenses.ts'
import { describeLicenses, findDisallowed } from './licenses.ts'

const list = JSON.parse(await text(process.stdin)) as LicenseList
const disallowed = findDisallowed(list)
process.stdout.write(`${describeLicenses(list)}\n`)
for (const line of disallowed) process.stderr.write(`Not allowed: ${line}\n`)
// An empty list is a command that went wrong.
process.exitCode = disallowed.length > 0 || Object.keys(list).length === 0 ? 1 : 0
