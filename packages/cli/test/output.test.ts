import { describe, expect, it } from 'vitest'
import { redact } from '../src/errors/redact.ts'
import { printable, printableLine } from '../src/output/printable.ts'
import { formatTable } from '../src/output/table.ts'

describe('what is printed', () => {
  it('cannot move the cursor, colour the screen or turn the direction of writing', () => {
    expect(printable('a\u001B[31mb\u001B]0;title\u0007c\rd\u202Ee\nf')).toBe('abcde\nf')
    expect(printableLine('a\r\n  b')).toBe('a b')
  })

  it('stands in columns, whatever the script', () => {
    expect(
      formatTable(
        ['name', 'n'],
        [
          ['日本', '1'],
          ['plain', '2'],
        ],
      ),
    ).toBe('name   n\n日本   1\nplain  2')
  })
})

describe('an error', () => {
  it('holds no key, no password, and nothing of what was given as a secret', () => {
    const text = redact('pp_live_sk_abcDEF123 at postgres://me:s3cret@host/db with odd key', ['odd key'])
    expect(text).toBe('pp_live_sk_[redacted] at postgres://me:[redacted]@host/db with [redacted]')
  })
})
