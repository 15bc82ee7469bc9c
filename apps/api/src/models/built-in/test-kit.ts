import type { Platform } from '@powerpost/contract'
import { PLATFORMS, POST_TYPES } from '@powerpost/contract'
import type { Brief, Captions, PlatformCaption } from '../port.ts'
import { createBuiltInTextModel } from './index.ts'

/** A brief for all platforms with what a test cares about. */
function briefOf(given: Partial<Brief>): Brief {
  return { platforms: PLATFORMS, postTypes: POST_TYPES, researchMode: 'regular', media: [], ...given }
}

/** The captions of a brief as one text each; YouTube's title and description stand in one. */
export async function captionsOf(given: Partial<Brief>): Promise<Record<Platform, string>> {
  const texts: Record<Platform, string> = { instagram: '', tiktok: '', youtube: '', x: '', facebook: '', linkedin: '' }
  for (const written of await write(given)) {
    const { platform, caption } = written
    texts[platform] = typeof caption === 'string' ? caption : `${caption.title}\n${caption.description}`
  }
  return texts
}

/** The captions of a brief, as the port has them. */
export async function outputsOf(given: Partial<Brief>): Promise<Partial<Captions>> {
  return Object.fromEntries((await write(given)).map(({ platform, caption }) => [platform, caption]))
}

export async function write(given: Partial<Brief>, signal = new AbortController().signal): Promise<PlatformCaption[]> {
  const captions: PlatformCaption[] = []
  for await (const caption of createBuiltInTextModel().write(briefOf(given), { signal })) captions.push(caption)
  return captions
}
