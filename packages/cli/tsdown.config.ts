import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { UserConfig } from 'tsdown'
import { defineConfig } from 'tsdown'

/** Whose code is in the bundle, with the licence of each: it goes where the code goes. */
const licences: NonNullable<UserConfig['plugins']> = {
  name: 'licences',
  async generateBundle() {
    const packages = new Set<string>()
    for (const id of this.getModuleIds()) {
      const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id) ?? []
      if (folder) packages.add(folder)
    }
    const texts = await Promise.all([...packages].sort().map(describePackage))
    this.emitFile({ type: 'asset', fileName: 'licenses.txt', source: texts.join('\n\n') })
  },
}

async function describePackage(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one))
  if (file === undefined) throw new Error(`${name} has no licence file.`)
  return `${name} ${version} (${license})\n\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`
}

export default defineConfig({
  entry: { main: 'src/main.ts' },
  format: ['esm'],
  platform: 'node',
  target: 'node20.18',
  fixedExtension: true,
  // Everything is in it, in a file for each command: finding and reading packages took longer than the commands do.
  deps: { alwaysBundle: [/^(?!node:|@powerpost\/api)/], neverBundle: [/^@powerpost\/api/] },
  outputOptions: { comments: { jsdoc: false } },
  plugins: [licences],
})
