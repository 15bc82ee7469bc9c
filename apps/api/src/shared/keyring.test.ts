import { describe, expect, it } from 'vitest'
import { createKeyring } from './keyring.ts'

const keyring = createKeyring('an encryption key of 32 characters')

describe('a sealed text', () => {
  it('is opened where it belongs, by any keyring of the same key', () => {
    const sealed = keyring.seal('whsec_größe', 'endpoint 1')
    expect(createKeyring('an encryption key of 32 characters').open(sealed, 'endpoint 1')).toBe('whsec_größe')
  })

  it('is another each time, and shows nothing of the text', () => {
    const [one, two] = [keyring.seal('secret', 'here'), keyring.seal('secret', 'here')]
    expect(one).not.toBe(two)
    expect(Buffer.from(one, 'base64url').includes('secret')).toBe(false)
  })

  it('is not opened elsewhere, by another key, or when a bit of it was changed', () => {
    const sealed = keyring.seal('secret', 'here')
    const changed = Buffer.from(sealed, 'base64url')
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
    expect(() => keyring.open(sealed, 'there')).toThrow(/authenticate/)
    expect(() => createKeyring('another encryption key, 32 characters').open(sealed, 'here')).toThrow(/authenticate/)
    expect(() => keyring.open(changed.toString('base64url'), 'here')).toThrow(/authenticate/)
    expect(() => keyring.open('', 'here')).toThrow(/Invalid/)
  })
})

it('keys of two purposes have nothing in common', () => {
  expect(keyring.derive('links')).toHaveLength(32)
  expect(keyring.derive('links')).toEqual(keyring.derive('links'))
  expect(keyring.derive('links')).not.toEqual(keyring.derive('other'))
})
