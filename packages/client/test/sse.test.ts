import { describe, expect, it } from 'vitest'
import { MessageReader } from '../src/core/sse.ts'

const encode = (text: string) => new TextEncoder().encode(text)

/** What is read out of a stream that comes in one piece, and of the same cut after every byte. */
function readBothWays(text: string) {
  const bytes = encode(text)
  const whole = new MessageReader()
  const cut = new MessageReader()
  const atOnce = whole.read(bytes)
  const byteByByte = Array.from(bytes, (byte) => cut.read(Uint8Array.of(byte))).flat()
  expect(byteByByte).toEqual(atOnce)
  expect(cut.retry).toBe(whole.retry)
  return { messages: atOnce, retry: whole.retry }
}

describe('an event stream', () => {
  it.each([
    ['a message', 'data: one\n\n', ['one']],
    ['a name and an id', 'id: 3\nevent: caption\ndata: one\n\n', ['one']],
    ['lines that end in CR and LF', 'id: 3\r\ndata: one\r\n\r\ndata: two\r\n\r\n', ['one', 'two']],
    ['lines that end in CR', 'data: one\r\rdata: two\r\r', ['one', 'two']],
    ['lines that end in all of them', 'data: one\r\n\ndata: two\n\r\ndata: three\r\r\n', ['one', 'two', 'three']],
    ['data of several lines', 'data: one\ndata\ndata:  two\n\n', ['one\n\n two']],
    ['comments', ':\n\n: a comment\ndata: one\n:another\n\n', ['one']],
    ['a byte order mark', '\uFEFFdata: one\n\n', ['one']],
    ['a second one, which is part of a name', 'data: one\n\n\uFEFFdata: two\n\n', ['one']],
    ['letters of several bytes', 'data: Grüße, 世界 👋\n\n', ['Grüße, 世界 👋']],
    ['a colon in what it says', 'data:{"a": "b:c"}\n\n', ['{"a": "b:c"}']],
    ['nothing but empty data', 'data\n\ndata:\ndata:\n\n', ['', '\n']],
    ['a name without data', 'event: lost\n\ndata: one\n\n', ['one']],
    [
      'an id that stays, and one that is refused',
      'id: 1\ndata: a\n\ndata: b\n\nid: x\0\ndata: c\n\nid\ndata: d\n\n',
      ['a', 'b', 'c', 'd'],
    ],
    ['fields that nobody knows', 'colour: red\n data: none\ndata: one\n\n', ['one']],
    ['an end in the middle of a message', 'data: one\n\ndata: two\n', ['one']],
  ] as const)('with %s is read as the standard says, wherever it is cut', (_, text, messages) => {
    expect(readBothWays(text).messages).toEqual(messages)
  })

  it('says when to come again, in digits alone', () => {
    expect(readBothWays('retry: 1500\nretry: soon\nretry: -1\n\n').retry).toBe(1500)
  })

  it('with a line cut in ever so many pieces is read in good time', () => {
    const reader = new MessageReader()
    const piece = encode('a'.repeat(1000))
    reader.read(encode('data: '))
    for (let index = 0; index < 1000; index += 1) expect(reader.read(piece)).toEqual([])
    expect(reader.read(encode('\n\n'))[0]).toHaveLength(1_000_000)
  })
})
