/** The shrinking process: writes the one picture named by its first argument, its longer side made as small as the second says, to standard output, and ends. */

import sharp from 'sharp'
import { QUALITY } from './picture-size.ts'

const [, , path = '', largestSide = ''] = process.argv
const side = Number(largestSide)
// It was found whole when it came: nothing is to be said about it now.
const picture = await sharp(path, { limitInputPixels: 50e6, failOn: 'truncated' })
  .rotate()
  .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
  // A transparent picture is looked at as most people see it.
  .flatten({ background: 'white' })
  .jpeg({ quality: QUALITY })
  .toBuffer()
process.stdout.write(picture)
