import type { ReadRequest } from './wires/index.ts'

/** A good answer to any request of ours: what it asks for, with its call to action. */
export function goodAnswer(request: ReadRequest): string {
  return JSON.stringify(goodCaptions(request))
}

export function goodCaptions(request: ReadRequest): Record<string, unknown> {
  const cta = callToActionOf(request)
  return Object.fromEntries(askedPlatforms(request).map((platform) => [platform, goodCaption(platform, cta)]))
}

function goodCaption(platform: string, cta: string | undefined): unknown {
  const text = [`All that ${platform} wants to hear.`, ...(cta ? [cta] : []), '#News'].join('\n\n')
  return platform === 'youtube' ? { title: 'What it is about', description: text } : text
}

/** The platforms that the form at the end of the request asks for; not all of a schema's vendors send it. */
function askedPlatforms({ instructions, texts, properties }: ReadRequest): string[] {
  if (properties.length > 0) return [...properties]
  const last = texts.at(-1) ?? ''
  const form = [last, instructions].find((text) => /\{ "\w+": /u.test(text)) ?? ''
  const described = form.slice(form.lastIndexOf('in this form:'))
  return [...described.matchAll(/"(instagram|tiktok|youtube|x|facebook|linkedin)":/gu)].map((match) => match[1] ?? '')
}

function callToActionOf({ texts }: ReadRequest): string | undefined {
  return /<<<(\w+) call to action>>>\n([^]*?)\n<<<\1 end of call to action>>>/u.exec(texts.join('\n'))?.[2]
}
