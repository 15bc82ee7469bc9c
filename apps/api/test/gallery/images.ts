import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createBuiltInImageModel } from '#image-models/built-in/index.ts'
import { SAMPLES } from './image-samples.ts'
import type { Sample } from './image-samples.ts'

// Pictures and a page with all of them: `pnpm gallery:images [directory] [part of a sample's name]`
const [directory, wanted = ''] = process.argv.slice(2)
const target = directory === undefined ? await mkdtemp(join(tmpdir(), 'images-')) : resolve(directory)
const model = createBuiltInImageModel()
const { signal } = new AbortController()

await mkdir(target, { recursive: true })
const figures: string[] = []
for (const sample of SAMPLES.filter(({ name }) => name.includes(wanted))) figures.push(await draw(sample))
await writeFile(join(target, 'index.html'), page(figures))
print(join(target, 'index.html'))

async function draw({ name, brief, colours }: Sample): Promise<string> {
  const styleImages =
    colours.length === 0 ? [] : [{ mimeType: 'image/jpeg', bytes: new Uint8Array(), colours } as const]
  const from = performance.now()
  const { bytes } = await model.draw({ ...brief, styleImages }, { signal })
  const file = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}.jpg`
  await writeFile(join(target, file), bytes)
  const said = `${brief.size}, ${Math.round(bytes.length / 1024)} KB, ${Math.round(performance.now() - from)} ms`
  print(`${file}: ${said}`)
  return `<figure><img src="${file}" alt="${name}" loading="lazy"><figcaption>${name}<br>${said}</figcaption></figure>`
}

function page(figures: readonly string[]): string {
  return `<!doctype html><meta charset="utf-8"><title>Built-in pictures</title>
<style>body{margin:24px;background:#777;color:#fff;font:14px/1.4 system-ui;display:flex;flex-wrap:wrap;gap:24px;align-items:end}
figure{margin:0}img{display:block;height:360px}figcaption{margin-top:8px}</style>
${figures.join('\n')}
`
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
