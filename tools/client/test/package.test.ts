import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { openTarball } from '../src/pack.ts'
import { tool, TOOLS } from '../src/paths.ts'
import { run } from '../src/run.ts'
import { BUDGETS, measureSizes } from '../src/sizes.ts'

interface Manifest {
  readonly name: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

let directory: string
let manifest: Manifest
beforeAll(async () => {
  directory = join(await openTarball(inject('tarball')).install(), 'node_modules/@powerpost/client')
  manifest = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8')) as Manifest
})

describe('the packed client', () => {
  it('is what publint asks for', async () => {
    const { messages } = await publint({ pkgDir: directory, strict: true, pack: false })
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([])
  })

  it('has types that are right for every way of importing it', async () => {
    const args = [inject('tarball'), '--format', 'table-flipped', '--no-color']
    expect(await run({ command: tool('attw'), arguments: args, directory: TOOLS })).toContain('No problems found')
  })

  it('depends on nothing, and holds neither zod nor ts-rest', async () => {
    expect(manifest.dependencies ?? {}).toEqual({})
    expect(manifest.peerDependencies ?? {}).toEqual({})
    for (const name of await readdir(join(directory, 'dist'))) {
      const text = await readFile(join(directory, 'dist', name), 'utf8')
      expect(text, name).not.toMatch(/['"](zod|@ts-rest|@powerpost\/contract)/)
      expect(text, name).not.toMatch(/from ['"][^.]|require\(['"][^.]/)
    }
  })

  it('holds what is needed, and nothing else', async () => {
    const files = await readdir(directory, { recursive: true })
    const kinds = files.filter((file) => !/^dist\/.+\.(mjs|cjs|d\.mts|d\.cts)$/.test(file))
    expect(kinds.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'api.md', 'dist', 'package.json'])
  })

  it('keeps within its budgets', async () => {
    const sizes = await measureSizes(openTarball(inject('tarball')))
    expect(sizes.oneCall, 'a program that makes one call').toBeLessThanOrEqual(BUDGETS.oneCall)
    expect(sizes.everything, 'everything').toBeLessThanOrEqual(BUDGETS.everything)
    expect(sizes.packed, 'the tarball').toBeLessThanOrEqual(BUDGETS.packed)
  })
})
