/** The shrinking process: writes the one picture named by its argument, made small, to standard output, and ends. */

import sharp from 'sharp'
import { LARGEST_SIDE, QUALITY } from './picture-size.ts'

const path = process.argv[2] ?? ''
const picture = await sharp(path, { limitInputPixels: 50e6, failOn: 'error' })
  .rotate()
  .resize({ width: LARGEST_SIDE, height: LARGEST_SIDE, fit: 'inside', withoutEnlargement: true })
  // A transparent picture is looked at as most people see it.
  .flatten({ background: 'white' })
  .jpeg({ quality: QUALITY })
  .toBuffer()
process.stdout.write(picture)
