import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { openTarball } from '../src/pack.ts'
import { CLIENT, TOOLS } from '../src/paths.ts'
import { run } from '../src/run.ts'
import { RUNTIMES } from '../src/runtimes.ts'

let readme: string
beforeAll(async () => {
  readme = await readFile(join(CLIENT, 'README.md'), 'utf8')
})

describe("the client's README", () => {
  it('has the figures of what is packed: `pnpm --dir tools/client report`', () => {
    const [, figures = ''] = /<!-- figures -->([\s\S]*)<!-- \/figures -->/.exec(readme) ?? []
    for (const row of ['one call', 'everything', 'the packed tarball', '`import` in Node', '`require` in Node']) {
      expect(figures).toMatch(new RegExp(`\\| [^|]*${row}[^|]* +\\| +[\\d.]+ (kB|ms) `))
    }
    for (const name of Object.keys(RUNTIMES)) expect(figures).toMatch(new RegExp(`\\| ${name} +\\| [\\d.-]+ `))
  })

  it('shows code that compiles', async () => {
    const project = await openTarball(inject('tarball')).install(join(CLIENT, 'test-projects/esm'))
    const blocks = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block = '']) => block)
    expect(blocks.length).toBeGreaterThan(10)
    await Promise.all(blocks.map((block, index) => writeFile(join(project, `main.${index}.ts`), withClient(block))))
    const args = [join(TOOLS, 'node_modules/typescript7/bin/tsc'), '--typeRoots', join(TOOLS, 'node_modules/@types')]
    await run({ command: process.execPath, arguments: args, directory: project })
  })
})

/** Blocks after the first go on with its client. */
function withClient(block: string): string {
  if (block.includes('const powerpost =')) return block
  return `import { PowerPost } from '@powerpost/client'\nconst powerpost = new PowerPost()\nvoid powerpost\n${block}`
}
