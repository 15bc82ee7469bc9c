/** The process that makes renditions of pictures: of the file of its first argument, into that of its second, by the recipe of its third. */

import { writeFile } from 'node:fs/promises'
import { restrictSharp } from '../inspect/inspect-image.ts'
import { imageRecipeSchema } from './recipe.ts'
import { renderImage } from './render-image.ts'

// A parent that was killed leaves nothing running.
process.on('disconnect', () => process.exit())

const [, , input = '', output = '', recipe = ''] = process.argv
const parsed = imageRecipeSchema.parse(JSON.parse(recipe))
restrictSharp()
process.send?.({ type: 'ready' })
const made = await renderImage(input, parsed)
if (made === 'too large') {
  const message = 'The picture cannot be made as small as the platform takes it.'
  process.send?.({ type: 'impossible', message }, () => process.disconnect())
} else {
  await writeFile(output, made.bytes)
  process.send?.({ type: 'made', changes: made.changes }, () => process.disconnect())
}
