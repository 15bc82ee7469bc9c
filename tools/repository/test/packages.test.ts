import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readText } from '../src/files.ts'

interface Manifest {
  readonly homepage: string
  readonly bugs: string
  readonly repository: { readonly type: string; readonly url: string; readonly directory?: string }
  readonly files: readonly string[]
}

const manifestOf = (path: string) => JSON.parse(readText(path)) as Manifest

const { repository } = manifestOf('package.json')
const ADDRESS = repository.url.replace(/^git\+/, '').replace(/\.git$/, '')

describe.each(['cli', 'client', 'contract', 'openapi'])('the package %s', (name) => {
  const directory = `packages/${name}`

  it('says where it comes from, and brings its changelog', () => {
    expect(manifestOf(`${directory}/package.json`)).toMatchObject({
      homepage: `${ADDRESS}/tree/main/${directory}#readme`,
      bugs: `${ADDRESS}/issues`,
      repository: { ...repository, directory },
      files: expect.arrayContaining(['dist', 'CHANGELOG.md']) as string[],
    })
  })

  it('has a README that can be read anywhere: its links are absolute, and lead to files of the repository', () => {
    const links = [...readText(`${directory}/README.md`).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, to = '']) => to)
    expect(links.filter((link) => !link.startsWith('https://'))).toEqual([])
    const prefix = `${ADDRESS}/blob/main/`
    const files = links.filter((link) => link.startsWith(prefix)).map((link) => link.slice(prefix.length))
    const missing = files.filter((file) => !existsSync(fileURLToPath(new URL(`../../../${file}`, import.meta.url))))
    expect(missing).toEqual([])
  })
})
