import type { Db } from '#db/types.ts'
import type { BrandLogo, ImageBrand } from '#image-models/port.ts'
import { findBrand } from './brand.repository.ts'

export interface VisualBrandDependencies {
  readonly db: Db
  /** Gives a brand's logo, made small; undefined when it cannot be looked at. */
  readonly lookAtLogo: (options: {
    readonly mediaId: string
    readonly signal: AbortSignal
  }) => Promise<BrandLogo | undefined>
}

interface Whose {
  readonly workspaceId: string
  readonly livemode: boolean
  readonly signal: AbortSignal
}

/** What the workspace's images and videos are recognised by, as its brand profile is now; undefined when there is nothing. */
export async function findVisualBrand(
  { db, lookAtLogo }: VisualBrandDependencies,
  { signal, ...whose }: Whose,
): Promise<ImageBrand | undefined> {
  const stored = await findBrand(db, whose)
  if (!stored) return undefined
  const { profile, logo_media_id: mediaId } = stored
  const logo = mediaId === null ? undefined : await lookAtLogo({ mediaId, signal })
  const { handle, colors: colours = [] } = profile
  if (!logo && handle === undefined && colours.length === 0) return undefined
  return { colours, ...(handle !== undefined && { handle }), ...(logo && { logo }) }
}
