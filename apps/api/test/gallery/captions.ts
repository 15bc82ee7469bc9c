import { createBuiltInTextModel } from '#models/built-in/index.ts'
import { GALLERY_SAMPLES } from './caption-samples.ts'

// A page to be read aloud: `node apps/api/test/gallery/captions.ts [part of a sample's name]`
const wanted = process.argv[2] ?? ''
const model = createBuiltInTextModel()

for (const { name, brief } of GALLERY_SAMPLES.filter((sample) => sample.name.includes(wanted))) {
  print(
    `\n${'='.repeat(100)}\n${name}\n  prompt: ${JSON.stringify(brief.prompt)}${brief.ctaText ? `\n  cta: ${brief.ctaText}` : ''}`,
  )
  for await (const { platform, caption } of model.write(brief, { signal: new AbortController().signal })) {
    const text = typeof caption === 'string' ? caption : `[${caption.title}]\n${caption.description}`
    print(`\n--- ${platform}\n${text}`)
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
