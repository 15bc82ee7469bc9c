import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runtimeOf } from '#models/ai-sdk/local/runtime.ts'
import type { FakeModel } from './fake-package.ts'
import { fakePackage } from './fake-package.ts'

/** A models directory in which a fake of the package is installed. */
export interface FakeModelsDirectory {
  readonly path: string
  /** Writes a model that behaves as a test wants. */
  add(file: string, behaves: FakeModel['behaves'], options?: { readonly trained?: number }): Promise<void>
  remove(): Promise<void>
}

export async function createFakeModelsDirectory({ isInstalled = true } = {}): Promise<FakeModelsDirectory> {
  const path = await mkdtemp(join(tmpdir(), 'powerpost-models-'))
  if (isInstalled) {
    const directory = join(runtimeOf(path), 'node_modules', 'node-llama-cpp')
    await mkdir(join(directory, 'dist'), { recursive: true })
    await writeFile(join(directory, 'package.json'), JSON.stringify({ name: 'node-llama-cpp', type: 'module' }))
    const source = JSON.stringify(new URL('fake-package.ts', import.meta.url).href)
    const names = Object.keys(fakePackage).join(', ')
    const code = `import { fakePackage } from ${source}\nexport const { ${names} } = fakePackage\n`
    await writeFile(join(directory, 'dist', 'index.js'), code)
  }
  return {
    path,
    add: (file, behaves, options) => writeFile(join(path, file), `GGUF${JSON.stringify({ behaves, ...options })}`),
    remove: () => rm(path, { recursive: true, force: true }),
  }
}
