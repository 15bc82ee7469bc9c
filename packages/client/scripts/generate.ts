import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { generateFiles } from './generator/files.ts'

for (const [path, text] of Object.entries(generateFiles())) {
  const target = new URL(`../${path}`, import.meta.url)
  mkdirSync(dirname(target.pathname), { recursive: true })
  writeFileSync(target, text)
}
