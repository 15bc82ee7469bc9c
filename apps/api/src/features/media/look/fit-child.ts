/** The fitting process: reads a picture from standard input, writes it in the size of its arguments, and ends. */

import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'

/** Of a JPEG, from 1 to 100: letters stay sharp. */
const QUALITY = 90
/** Pixels of the shorter side: what has fewer is blurred once it is scaled up. */
const LEAST_SIDE = 480
/** How much of a picture must be left once it is cropped. */
const LEAST_LEFT = 0.5

// Only these three decoders, whatever the bytes may suggest to libvips.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] })

const width = Number(process.argv[2])
const height = Number(process.argv[3])
const picture = sharp(await buffer(process.stdin), { limitInputPixels: 50e6, failOn: 'error' })
const { autoOrient: given } = await picture.metadata()
if (Math.min(given.width, given.height) < LEAST_SIDE) throw new Error('too small')
const ratio = width / height / (given.width / given.height)
if (Math.min(ratio, 1 / ratio) < LEAST_LEFT) throw new Error('of another shape')
const fitted = await picture
  .rotate()
  .resize({ width, height, fit: 'cover' })
  .flatten({ background: 'white' })
  .toColourspace('srgb')
  .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
  .toBuffer()
process.stdout.write(fitted)
