import type { Brief, PlatformCaption, TextModel } from '#models/port.ts'

/** A model that does what a test tells it. */
export function createScriptedModel(write: TextModel['write']): TextModel {
  return { name: 'scripted', builtIn: false, write }
}

/** Plain captions for every platform of a brief. */
export async function* writePlainly(brief: Brief): AsyncGenerator<PlatformCaption> {
  for (const platform of brief.platforms) yield plainCaption(platform, brief)
}

function plainCaption(platform: Brief['platforms'][number], brief: Brief): PlatformCaption {
  const text = [brief.prompt ?? 'media', brief.ctaText].filter(Boolean).join('\n')
  return platform === 'youtube'
    ? { platform, caption: { title: 'Title', description: text } }
    : { platform, caption: text }
}

/** A promise and how to fulfil it, to stop a model where a test wants it. */
export function createGate(): { readonly opened: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { opened: promise, open: resolve }
}
