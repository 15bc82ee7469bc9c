import { expect, it } from 'vitest'
import { writeCsvLine } from './csv.ts'

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('makes a text that would be a formula harmless: %j', (text) => {
  const cell = writeCsvLine([text]).trimEnd().replaceAll('"', '')
  expect(cell).toBe(`'${text}`.trimEnd())
})

it('quotes what has commas, quotes or lines, and leaves the rest', () => {
  expect(writeCsvLine(['a,b', 'say "hi"', 'two\nlines', 'plain', 7, null, ''])).toBe(
    '"a,b","say ""hi""","two\nlines",plain,7,,\r\n',
  )
})
