import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { Calls } from '../src/drive.ts'
import { drive, DRIVEN, REFUSED, TOO_SHORT } from '../src/drive.ts'
import { convert, readCollectionCalls } from '../src/postman.ts'

let calls: Calls

beforeAll(async () => {
  const directory = join(inject('generated'), 'postman')
  await mkdir(directory)
  const { exitCode, output } = await convert(directory, inject('documents').json)
  expect(exitCode, output).toBe(0)
  calls = await readCollectionCalls(directory, inject('access'))
})

describe("the collection that Postman's converter makes", () => {
  it("drives the server by Postman's runner", async () => {
    expect(await drive(calls)).toEqual(DRIVEN)
  })

  it('shows why a body is refused', async () => {
    expect(await calls.refuse(TOO_SHORT)).toEqual(REFUSED)
  })
})
