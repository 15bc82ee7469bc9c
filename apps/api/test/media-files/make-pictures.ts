import sharp from 'sharp'

export const PICTURE_WIDTH = 640
export const PICTURE_HEIGHT = 400

export type PictureForm = 'jpeg' | 'png' | 'webp'

/** A picture of sky over grass with some grain, so that its bytes do not end after a few rows. */
export async function makePicture(form: PictureForm, options: { orientation?: number } = {}): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_WIDTH}" height="${PICTURE_HEIGHT}">
    <rect width="100%" height="100%" fill="#82c3f0"/>
    <rect y="60%" width="100%" height="40%" fill="#1e562d"/>
  </svg>`
  const grain = {
    create: {
      width: PICTURE_WIDTH,
      height: PICTURE_HEIGHT,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 12 },
    },
  } as const
  const picture = sharp(Buffer.from(svg))
    .composite([{ input: await sharp(grain).png().toBuffer(), blend: 'soft-light' }])
    .flatten()
  const oriented =
    options.orientation === undefined ? picture : picture.withMetadata({ orientation: options.orientation })
  return oriented.toFormat(form).toBuffer()
}

/** Two frames, each a plain colour. */
export async function makeAnimatedWebp(): Promise<Buffer> {
  const frame = async (background: string) =>
    sharp({ create: { width: 64, height: 48, channels: 3, background } })
      .png()
      .toBuffer()
  return sharp([await frame('#f00'), await frame('#00f')], { join: { animated: true } })
    .webp()
    .toBuffer()
}
