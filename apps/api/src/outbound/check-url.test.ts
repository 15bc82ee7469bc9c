import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kindOfAddress } from './address-kind.ts'
import { checkUrlLiteral, OutboundError } from './index.ts'
import { BAD_URLS, PRIVATE_HOSTS } from './testing/hostile-spellings.ts'

const PUBLIC_ONLY = { allowPrivate: false }
const LOCAL_WORK = { allowPrivate: true }

function refusal(url: string, policy = PUBLIC_ONLY): string {
  try {
    return checkUrlLiteral(url, policy).href
  } catch (error) {
    return error instanceof OutboundError ? error.kind : String(error)
  }
}

describe('the text of an address', () => {
  test.for(PRIVATE_HOSTS)('that spells a private address is refused: %s', (host) => {
    expect(refusal(`https://${host}/`)).toBe('address_refused')
    expect(refusal(`HTTPS://${host}`)).toBe('address_refused')
    expect(refusal(`https://${host}?q=https://example.com#@example.com`)).toBe('address_refused')
  })

  test.for(BAD_URLS)('that nobody should send is refused: %j', (url) => {
    expect(['bad_url', 'address_refused']).toContain(refusal(url))
  })

  test.for([
    ['https://example.com', 'https://example.com/'],
    ['HTTPS://EXAMPLE.com:443/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['https://example.com.', 'https://example.com./'],
    ['https://example.com:8443/hook', 'https://example.com:8443/hook'],
    ['https://this-does-not-resolve-today.test/hook', 'https://this-does-not-resolve-today.test/hook'],
    ['https://127.0.0.1.nip.io/', 'https://127.0.0.1.nip.io/'],
    ['https://localhost.example.com', 'https://localhost.example.com/'],
    ['https://notlocalhost.com', 'https://notlocalhost.com/'],
    ['https://münchen.example/straße?q=größe', 'https://xn--mnchen-3ya.example/stra%C3%9Fe?q=gr%C3%B6%C3%9Fe'],
    ['https://8.8.8.8/', 'https://8.8.8.8/'],
    ['https://[2606:4700::1111]/', 'https://[2606:4700::1111]/'],
    ['https://[::ffff:8.8.8.8]/', 'https://[::ffff:808:808]/'],
    ['https://[64:ff9b::8.8.8.8]/', 'https://[64:ff9b::808:808]/'],
    ['https://example.com/@user', 'https://example.com/@user'],
    ['https://example.com?to=me@example.com', 'https://example.com/?to=me@example.com'],
    ['https://under_score.example.com/', 'https://under_score.example.com/'],
  ] as const)('that is public is taken: %s', ([url, href]) => {
    expect(refusal(url)).toBe(href)
  })

  test.for(['http://127.0.0.1:3000/', 'http://localhost/', 'http://db:5432/', 'https://10.0.0.1/', 'http://[::1]:81/'])(
    'that is private is taken for local work: %s',
    (url) => expect(refusal(url, LOCAL_WORK)).toBe(url),
  )

  test.for([
    'http://169.254.169.254/',
    'http://[fe80::1]/',
    'http://[::ffff:169.254.169.254]/',
    'http://224.0.0.1/',
    'http://168.63.129.16/',
    'http://[2002:a9fe:a9fe::]/',
    'http://[64:ff9b:1::169.254.169.254]/',
    'ftp://localhost/',
    'http://me:secret@localhost/',
    'http://localhost:0/',
    'http://local host/',
  ])('is refused even for local work: %s', (url) => {
    expect(['bad_url', 'address_refused']).toContain(refusal(url, LOCAL_WORK))
  })

  test('is refused whatever way its private IPv4 address is written', () => {
    const first = fc.constantFrom(10, 127, 169, 172, 192, 0, 224, 255)
    const address = fc
      .tuple(first, fc.nat(255), fc.nat(255), fc.nat(255))
      .filter((a) => kindOfAddress(a.join('.')) !== 'public')
    fc.assert(
      fc.property(
        address,
        fc.infiniteStream(fc.nat(2)),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        (a, bases, count, dot) => {
          const host = writeAddress(a, count, () => bases.next().value ?? 0)
          expect(refusal(`https://${host}${dot ? '.' : ''}/`)).toBe('address_refused')
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('never passes when its host, parsed, is a private one', () => {
    const piece = fc.oneof(
      fc.constantFrom('127', '0', '1', '0x7f', '0177', 'ffff', '169.254', '10', '192.168', 'fe80', '443', '１', '%31'),
      fc.constantFrom('.', '[', ']', ':', '::', '@', '\\', '/', '?', '#', '\t', '。', '%', '-'),
      fc.constantFrom('localhost', 'LOCALHOST', 'ⓛ', 'example', 'com', 'xn--'),
    )
    const text = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(fc.constantFrom('https://', 'https:', 'HTTPS:\\\\', 'https:///', ''), text, (scheme, rest) => {
        const passed = passes(scheme + rest)
        if (passed === undefined) return
        const host = passed.hostname.replaceAll(/^\[|\]$|\.$/g, '')
        expect(passed.username + passed.password).toBe('')
        expect(host.endsWith('localhost')).toBe(/[a-z0-9-]localhost$/.test(host))
        if (/^[\d.]+$|:/.test(host)) expect(kindOfAddress(host)).toBe('public')
        else expect(host).toContain('.')
        // What we keep is read the same way again.
        expect(checkUrlLiteral(passed.href, PUBLIC_ONLY).href).toBe(passed.href)
      }),
      { numRuns: 20_000 },
    )
  })
})

function passes(text: string): URL | undefined {
  try {
    return checkUrlLiteral(text, PUBLIC_ONLY)
  } catch (error) {
    expect(error).toBeInstanceOf(OutboundError)
    return undefined
  }
}

/** Writes an address in `count` parts, the last holding what is left, each in base 10, 16 or 8. */
function writeAddress(bytes: readonly number[], count: number, nextBase: () => number): string {
  const parts = bytes.slice(0, count - 1)
  parts.push(bytes.slice(count - 1).reduce((sum, byte) => sum * 256 + byte, 0))
  const write = [
    (part: number) => String(part),
    (part: number) => `0x${part.toString(16)}`,
    (part: number) => `0${part.toString(8)}`,
  ]
  return parts.map((part) => write[nextBase()]?.(part)).join('.')
}
