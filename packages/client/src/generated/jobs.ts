// Made from packages/contract by `pnpm generate`: change it there.

import type { ConnectionRequest, Generation, ImageGeneration, Post, Rendition, VideoGeneration } from './types.ts'

/** Everything that can be waited for. */
export type AnyJob = ConnectionRequest | Generation | ImageGeneration | Post | Rendition | VideoGeneration
