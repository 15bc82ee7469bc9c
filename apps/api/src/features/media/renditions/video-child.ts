/** The process that makes renditions of videos: of the file of its first argument, into that of its second, by the recipe of its third. */

import { loadFfmpeg } from '#shared/load-ffmpeg.ts'
import { videoRecipeSchema } from './recipe.ts'
import { renderVideo } from './render-video.ts'

// A parent that was killed leaves nothing running.
process.on('disconnect', () => process.exit())

const [, , input = '', output = '', recipe = ''] = process.argv
const parsed = videoRecipeSchema.parse(JSON.parse(recipe))
const ffmpeg = await loadFfmpeg()
process.send?.({ type: 'ready' })
if (!ffmpeg) {
  impossible('This server cannot convert videos: FFmpeg is not installed. Convert it, and upload the new file.')
} else if (await renderVideo(ffmpeg, { input, output, recipe: parsed })) {
  process.send?.({ type: 'made', changes: [] }, () => process.exit())
} else {
  impossible('The video cannot be made as small as the platform takes it. Cut it, and upload the new file.')
}

function impossible(message: string): void {
  process.send?.({ type: 'impossible', message }, () => process.exit())
}
