import { describe, expect, it } from 'vitest'
import { plant } from './plant.ts'

const FOLDER = 'apps/api/src/shared'
const inFolder = (files: Readonly<Record<string, string>>) =>
  plant(Object.fromEntries(Object.entries(files).map(([name, code]) => [`${FOLDER}/${name}`, code])))

describe('an export', () => {
  it('that nobody imports is refused, used in its own file or not', () => {
    expect(inFolder({ 'a.ts': 'const other = 1\nexport const dead = other' })).toEqual([
      `${FOLDER}/a.ts:2: Nobody imports dead. Delete it, or only the word \`export\` if this file uses it.`,
    ])
    expect(inFolder({ 'a.ts': 'export function dead() {}\ndead()' })).toHaveLength(1)
    expect(inFolder({ 'a.ts': 'export default class {}' })).toHaveLength(1)
  })

  it.each([
    `import { x1 as y } from './a.ts'`,
    `import type { x1 } from './a.ts'`,
    `import * as all from './a.ts'`,
    `void import('./a.ts')`,
    `let y: import('./a.ts').x1`,
    `let y: import('./a.ts').x1.Inner<string>`,
  ])('that is taken by %s is used', (code) => {
    expect(inFolder({ 'a.ts': 'export class x1 {}', 'b.ts': code })).toEqual([])
  })

  it('that only a test imports is used', () => {
    expect(inFolder({ 'a.ts': 'export const used = 1', 'a.test.ts': `import { used } from './a.ts'` })).toEqual([])
  })

  it('that only passes through an index is refused, in the index and where it is declared', () => {
    const files = { 'a.ts': 'export const dead = 1', 'index.ts': `export { dead } from './a.ts'` }
    expect(inFolder(files)).toEqual([
      expect.stringContaining(`${FOLDER}/a.ts:1: Nobody imports dead.`),
      `${FOLDER}/index.ts:1: Nobody imports dead from here. Delete it from this line.`,
    ])
    expect(inFolder({ ...files, 'b.ts': `import { dead } from './index.ts'` })).toEqual([])
  })

  it('of an index is refused when others import the name from where it is declared', () => {
    const files = {
      'a.ts': 'export interface Used {}',
      'index.ts': `export type { Used } from './a.ts'`,
      'b.ts': `import type { Used } from './a.ts'`,
    }
    expect(inFolder(files)).toEqual([expect.stringContaining(`${FOLDER}/index.ts:1: Nobody imports Used from here.`)])
  })

  it('is followed through renames and `export *`', () => {
    const files = {
      'a.ts': 'export const one = 1\nexport const two = 2',
      'b.ts': `export * from './a.ts'`,
      'c.ts': `import { one } from './b.ts'\nexport { one as three }`,
      'd.ts': `import { three } from './c.ts'\nvoid three`,
    }
    expect(inFolder(files)).toEqual([expect.stringContaining(`${FOLDER}/a.ts:2: Nobody imports two.`)])
  })

  it('of all of a module is refused when nobody takes anything through it', () => {
    const files = {
      'a.ts': 'export const one = 1',
      'b.ts': `export * from './a.ts'`,
      'c.ts': `import { one } from './a.ts'`,
    }
    expect(inFolder(files)).toEqual([expect.stringContaining(`${FOLDER}/b.ts:1: Nobody imports anything of ./a.ts`)])
  })

  it('of a type may stay when it is part of the signature of another', () => {
    const [shape, use] = ['export interface Shape {}', 'export const make = (): Shape => ({})']
    const taker = { 'b.ts': `import { make } from './a.ts'` }
    expect(inFolder({ 'a.ts': `${shape}\n${use}`, ...taker })).toEqual([])
    expect(inFolder({ 'a.ts': `${shape}\n// Shape\nexport const make = () => 1`, ...taker })).toEqual([
      `${FOLDER}/a.ts:1: Nobody uses the type Shape. Delete it.`,
    ])
  })

  it('of an entry point of a published package is public, of a private one it is not', () => {
    const files = (isPrivate: boolean) => ({
      'packages/new/package.json': JSON.stringify({ name: 'new', private: isPrivate, exports: { '.': './test/a.ts' } }),
      'packages/new/test/a.ts': `export * from './b.ts'`,
      'packages/new/test/b.ts': 'export const api = 1',
    })
    expect(plant(files(false))).toEqual([])
    expect(plant(files(true))).toHaveLength(2)
  })
})
