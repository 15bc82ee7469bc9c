/**
 * The shrinking process: writes the one picture named by its first argument, its longer side made as small as the second says, to
 * standard output, and ends. The third names the format: `jpeg`, or `png`, which keeps what is transparent.
 */

import sharp from 'sharp'
import { QUALITY } from './picture-size.ts'

const [, , path = '', largestSide = '', format = 'jpeg'] = process.argv
const side = Number(largestSide)
// It was found whole when it came: nothing is to be said about it now.
const small = sharp(path, { limitInputPixels: 50e6, failOn: 'truncated' })
  .rotate()
  .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
const picture =
  format === 'png'
    ? small.toColourspace('srgb').png()
    : // A transparent picture is looked at as most people see it.
      small.flatten({ background: 'white' }).jpeg({ quality: QUALITY })
process.stdout.write(await picture.toBuffer())
