/** The process that renders a video: of the script on its standard input, into the file of its first argument. */

import { buffer } from 'node:stream/consumers'
import { loadFfmpeg } from '#shared/load-ffmpeg.ts'
import { createFrames } from '../motion/create-frames.ts'
import { scriptSchema } from '../motion/script.ts'
import { encodeVideo } from './encode-video.ts'

// A parent that was killed leaves nothing running.
process.on('disconnect', () => process.exit())

const [, , output = ''] = process.argv
const ffmpeg = await loadFfmpeg()
process.send?.({ type: 'ready' })
const script = scriptSchema.parse(JSON.parse((await buffer(process.stdin)).toString()))
if (ffmpeg) await encodeVideo(ffmpeg, { ...script, frames: createFrames(script), output })
process.send?.({ type: ffmpeg ? 'made' : 'no_encoder' }, () => process.exit())
