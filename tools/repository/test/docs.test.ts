import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { listFiles, readText } from '../src/files.ts'

const PAGES = listFiles('docs', '.md').filter((name) => name !== 'README.md')
const DECISIONS = listFiles('docs/decisions', '.md').filter((name) => name !== 'README.md')
const LINKING = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'examples/README.md',
  ...listFiles('docs', '.md').map((name) => `docs/${name}`),
  ...listFiles('docs/decisions', '.md').map((name) => `docs/decisions/${name}`),
]

function readTitle(path: string): string {
  return /^# (.*)$/m.exec(readText(path))?.[1] ?? ''
}

describe('the docs', () => {
  it.each(PAGES)('lists %s in its index', (page) => {
    expect(readText('docs/README.md')).toContain(`](${page})`)
  })

  it.each(LINKING)('has no broken link to a file in %s', (page) => {
    const links = [...readText(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g)].map(([, to = '']) => to)
    const base = new URL(`../../../${page}`, import.meta.url)
    expect(links.filter((to) => !existsSync(fileURLToPath(new URL(to, base))))).toEqual([])
  })
})

describe('the index of decisions', () => {
  it('lists each, with its title, in order', () => {
    const rows = [...readText('docs/decisions/README.md').matchAll(/^\| \[(\d+)\]\(([^)]+)\) +\| (.*?) +\|$/gm)]
    const listed = rows.map(([, number, file, title]) => [number, file, title])
    const expected = DECISIONS.map((file) => {
      const title = readTitle(`docs/decisions/${file}`).replace(/^\d+\. /, '')
      return [file.slice(0, 4), file, title]
    })
    expect(listed).toEqual(expected)
  })

  it('has one decision for each number, which is also in its title', () => {
    const numbers = DECISIONS.map((file) => file.slice(0, 4))
    expect(new Set(numbers).size).toBe(numbers.length)
    const titled = DECISIONS.map((file) =>
      (/^\d+/.exec(readTitle(`docs/decisions/${file}`))?.[0] ?? '').padStart(4, '0'),
    )
    expect(titled).toEqual(numbers)
  })
})
