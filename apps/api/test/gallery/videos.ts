import { copyFile, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createBuiltInVideoModel } from '#video-models/built-in/index.ts'
import sharp from 'sharp'
import { VIDEO_SAMPLES } from './video-samples.ts'
import type { VideoSample } from './video-samples.ts'

// Videos and a page with all of them: `pnpm gallery:videos [directory] [part of a sample's name]`
const [directory, wanted = ''] = process.argv.slice(2)
const target = directory === undefined ? await mkdtemp(join(tmpdir(), 'videos-')) : resolve(directory)
const model = createBuiltInVideoModel()
const { signal } = new AbortController()

await mkdir(target, { recursive: true })
const figures: string[] = []
for (const sample of VIDEO_SAMPLES.filter(({ name }) => name.includes(wanted))) figures.push(await render(sample))
await writeFile(join(target, 'index.html'), page(figures))
print(join(target, 'index.html'))

async function render({ name, brief, hasSource }: VideoSample): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), 'video-'))
  const from = performance.now()
  const source = hasSource && ({ mimeType: 'image/jpeg', bytes: await paintSource() } as const)
  const { path, warnings } = await model.render({ ...brief, ...(source && { source }) }, { directory: scratch, signal })
  const ms = Math.round(performance.now() - from)
  const file = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}.mp4`
  await copyFile(path, join(target, file))
  const { size } = await stat(path)
  await rm(scratch, { recursive: true })
  const said = `${brief.size}, ${brief.duration} s, ${Math.round(size / 1024)} KB, ${ms} ms${warnings.map(({ code }) => `, ${code}`).join('')}`
  print(`${file}: ${said}`)
  return `<figure><video src="${file}" controls loop muted></video><figcaption>${name}<br>${said}</figcaption></figure>`
}

/** A still life of plain shapes: something with edges, shades and a middle. */
async function paintSource(): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200"><defs><linearGradient id="w" x2="0" y2="1"><stop stop-color="#d8c3a5"/><stop offset="1" stop-color="#8e6f53"/></linearGradient><radialGradient id="l" cx=".35" cy=".3"><stop stop-color="#fff6e0"/><stop offset="1" stop-color="#b0703c"/></radialGradient></defs><rect width="1600" height="1200" fill="url(#w)"/><rect y="820" width="1600" height="380" fill="#4a3628"/><ellipse cx="800" cy="760" rx="420" ry="250" fill="url(#l)"/><ellipse cx="800" cy="980" rx="520" ry="60" fill="#000" opacity=".35"/><circle cx="1230" cy="300" r="120" fill="#f6e7c8"/></svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer()
}

function page(all: readonly string[]): string {
  return `<!doctype html><meta charset="utf-8"><title>Built-in videos</title>
<style>body{margin:24px;background:#777;color:#fff;font:14px/1.4 system-ui;display:flex;flex-wrap:wrap;gap:24px;align-items:end}
figure{margin:0}video{display:block;height:360px}figcaption{margin-top:8px}</style>
${all.join('\n')}
`
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
