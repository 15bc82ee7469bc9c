import { expect, test } from 'vitest'
import { decodeText, essenceOf } from './decode-text.ts'

const latin = Buffer.from('caf\u00E9', 'latin1')

test.for([
  [Buffer.from('café'), 'text/html'],
  [Buffer.from('café'), 'text/html; charset=utf-8'],
  [Buffer.from('café'), 'text/html; charset=klingon'],
  [Buffer.from('café'), 'nonsense'],
  [latin, 'text/html; charset=ISO-8859-1'],
  [latin, 'text/html;charset="windows-1252"'],
  [Buffer.from('\uFEFFcafé'), 'text/html; charset=iso-8859-1'],
  [Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('café', 'utf16le')]), 'text/plain'],
] as const)('%j as %s is read', ([bytes, type]) => {
  expect(decodeText(bytes, type)).toBe('café')
})

test.for([
  ['<meta charset="iso-8859-1">', 'text/html', 'é'],
  ['<META http-equiv="Content-Type" content="text/html; charset=windows-1252">', 'text/html', 'é'],
  ['<meta charset=iso-8859-1>', 'text/html; charset=utf-8', '\uFFFD'],
  ['<meta charset=utf-16>', 'text/html', '\uFFFD'],
  ['<meta charset=replacement>', 'text/html', '\uFFFD'],
  [`${' '.repeat(5000)}<meta charset=iso-8859-1>`, 'text/html', '\uFFFD'],
] as const)('%s is heeded after the header: %s', ([meta, type, last]) => {
  expect(decodeText(Buffer.concat([Buffer.from(meta), latin]), type).at(-1)).toBe(last)
})

test('the type is distinguished from its parameters', () => {
  expect(essenceOf('Text/HTML; charset=x')).toBe('text/html')
  expect(essenceOf('')).toBeUndefined()
  expect(essenceOf('html')).toBeUndefined()
})
