import { describe, expect, it } from 'vitest'
import { plant } from './plant.ts'

const SHARED = 'apps/api/src/shared'
const FEATURES = 'apps/api/src/features'

describe('a circle of imports', () => {
  it('is refused with every step of it', () => {
    const files = {
      [`${SHARED}/a.ts`]: `import { b } from './b.ts'\nexport const a = b`,
      [`${SHARED}/b.ts`]: `import { c } from './c.ts'\nexport const b = c`,
      [`${SHARED}/c.ts`]: `import { a } from './a.ts'\nexport const c = a`,
    }
    expect(plant(files)).toEqual([
      [
        `${SHARED}/a.ts:1: A circle of imports. Move what both sides need to a file that imports neither:`,
        `  ${SHARED}/a.ts:1: ${SHARED}/a.ts -> ${SHARED}/b.ts`,
        `  ${SHARED}/b.ts:1: ${SHARED}/b.ts -> ${SHARED}/c.ts`,
        `  ${SHARED}/c.ts:1: ${SHARED}/c.ts -> ${SHARED}/a.ts`,
      ].join('\n'),
    ])
    expect(plant({ ...files, [`${SHARED}/c.ts`]: 'export const c = 1' })).toEqual([
      expect.stringContaining(`${SHARED}/a.ts:2: Nobody imports a.`),
    ])
  })

  it.each([
    ['of types', `import type { A } from './a.ts'\nexport type B = A`],
    ['through import()', `export type B = string\nvoid import('./a.ts')`],
    ['through the type of an import()', `export type B = import('./a.ts').A`],
    ['through a re-export', `export type B = string\nexport type { A } from './a.ts'`],
  ])('%s is refused', (_, b) => {
    const a = `import type { B } from './b.ts'\nexport type A = B`
    const taker = `import type { A } from './b.ts'\nimport type { A as Own } from './a.ts'`
    const circles = (files: Readonly<Record<string, string>>) =>
      plant({ ...files, [`${SHARED}/taker.ts`]: taker }).filter((message) => message.includes('A circle'))
    expect(circles({ [`${SHARED}/a.ts`]: a, [`${SHARED}/b.ts`]: b })).toHaveLength(1)
    expect(circles({ [`${SHARED}/a.ts`]: 'export type A = string', [`${SHARED}/b.ts`]: b })).toEqual([])
  })

  it('of a file with itself is refused', () => {
    const own = { [`${SHARED}/a.ts`]: `import { a } from './a.ts'\nexport const b = a\nexport const a = 1` }
    expect(plant(own)).toContainEqual(expect.stringContaining('A circle'))
  })

  it('of features is refused, though no two files make one', () => {
    const files = {
      [`${FEATURES}/posts/index.ts`]: `export { a } from './a.ts'`,
      [`${FEATURES}/posts/a.ts`]: 'export const a = 1',
      [`${FEATURES}/posts/b.ts`]: `import { d } from '#features/styles/index.ts'\nvoid d`,
      [`${FEATURES}/styles/index.ts`]: `export { d } from './d.ts'`,
      [`${FEATURES}/styles/d.ts`]: 'export const d = 1',
    }
    const back = `import { a } from '#features/posts/index.ts'\nvoid a`
    expect(plant({ ...files, [`${SHARED}/taker.test.ts`]: back })).toEqual([])
    const [message, ...more] = plant({ ...files, [`${FEATURES}/styles/e.ts`]: back })
    expect(message).toContain('A circle of imports.')
    expect(message).toContain(`${FEATURES}/posts/ -> ${FEATURES}/styles/`)
    expect(message).toContain(`${FEATURES}/styles/ -> ${FEATURES}/posts/`)
    expect(more).toEqual([])
  })
})
