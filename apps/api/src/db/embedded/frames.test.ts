import { serialize } from 'pg-protocol'
import { describe, expect, it } from 'vitest'
import { RequestSplitter, takeNotifications } from './frames.ts'

const STARTUP = serialize.startup({ user: 'postgres', database: 'postgres' })
const SIMPLE = serialize.query('select 1')
const EXTENDED = Buffer.concat([
  serialize.parse({ text: 'select $1', name: '', types: [] }),
  serialize.bind({ values: ['x'] }),
  serialize.describe({ type: 'P' }),
  serialize.execute(),
  serialize.sync(),
])

describe('requests', () => {
  it('are given whole, however the bytes are cut', () => {
    const bytes = Buffer.concat([STARTUP, SIMPLE, EXTENDED, SIMPLE])
    for (const size of [1, 3, 7, 50, bytes.length]) {
      const splitter = new RequestSplitter()
      const requests: Buffer[] = []
      for (let start = 0; start < bytes.length; start += size) {
        requests.push(...splitter.push(bytes.subarray(start, start + size)))
      }
      expect(requests).toEqual([STARTUP, SIMPLE, EXTENDED, SIMPLE])
    }
  })

  it('are held back while they are not whole', () => {
    const splitter = new RequestSplitter()
    splitter.push(STARTUP)
    expect(splitter.push(EXTENDED.subarray(0, EXTENDED.length - 1))).toEqual([])
    expect(splitter.push(EXTENDED.subarray(EXTENDED.length - 1))).toEqual([EXTENDED])
  })
})

describe('notifications', () => {
  const notification = (channel: string, payload: string) => {
    const text = Buffer.from(`${channel}\0${payload}\0`)
    const message = Buffer.alloc(9)
    message.write('A')
    message.writeInt32BE(8 + text.length, 1)
    return Buffer.concat([message, text])
  }
  const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49])

  it('are taken out of an answer, and the rest is left as it is', () => {
    const mixed = Buffer.concat([ready, notification('jobs', 'é'), ready, notification('jobs', '')])
    expect(takeNotifications(mixed)).toEqual({
      answer: Buffer.concat([ready, ready]),
      notifications: [
        { channel: 'jobs', payload: 'é' },
        { channel: 'jobs', payload: '' },
      ],
    })
    expect(takeNotifications(ready)).toEqual({ answer: ready, notifications: [] })
  })
})
