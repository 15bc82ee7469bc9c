import { stat } from 'node:fs/promises'
import type { Stream } from 'node-av'
import type { Ffmpeg } from '#shared/load-ffmpeg.ts'
import { hdrOf } from '../ffmpeg/read-color.ts'
import { readRotation } from '../ffmpeg/read-geometry.ts'
import type { EncodedVideo, VideoRecipe } from './recipe.ts'
import { videoFilter } from './video-filter.ts'

/** A video of a few bits a pixel looks as its original from here on. Of x264, from 0 to 51, lower is better. */
const CRF = 20
const PRESET = 'veryfast'
const SOUND_BITRATE = 128e3
/** Cores are shared with the server. */
const THREADS = 2

/** The index in front, and no edit lists: what some platforms require, and all take. */
const LAYOUT = { movflags: 'faststart+negative_cts_offsets', use_editlist: false } as const

/** The display matrix of what is shown as it is stored: ISO/IEC 14496-12, 8.2.2. */
const UNTURNED = Buffer.from(new Int32Array([65_536, 0, 0, 0, 65_536, 0, 0, 0, 1 << 30]).buffer)

/**
 * Makes an MP4 by a recipe. Only for a process that may be killed.
 *
 * @returns false when it is larger than it may be
 */
export async function renderVideo(
  ffmpeg: Ffmpeg,
  { input, output, recipe }: { readonly input: string; readonly output: string; readonly recipe: VideoRecipe },
): Promise<boolean> {
  // Only local files, and only the formats we take: a playlist could name others.
  const options = { protocol_whitelist: 'file', format_whitelist: 'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm' }
  await using demuxer = await ffmpeg.Demuxer.open(input, { options, dtsDeltaThreshold: 0 })
  await using muxer = await ffmpeg.Muxer.open(output, { format: 'mp4', options: LAYOUT })
  const video = demuxer.findBestStream(ffmpeg.AVMEDIA_TYPE_VIDEO)
  if (!video) throw new Error('no picture')
  const sound = recipe.sound === 'none' ? undefined : demuxer.findBestStream(ffmpeg.AVMEDIA_TYPE_AUDIO)
  const picture = recipe.video === 'copy' ? 'passthrough' : await encodePicture(ffmpeg, video, recipe.video)
  const { completion } = sound
    ? ffmpeg.pipeline(
        { video: demuxer, audio: demuxer },
        { video: picture, audio: recipe.sound === 'copy' ? 'passthrough' : await encodeSound(ffmpeg, sound) },
        muxer,
      )
    : ffmpeg.pipeline({ video: demuxer }, { video: picture }, muxer)
  await completion
  await muxer.close()
  return (await stat(output)).size <= recipe.maxBytes
}

async function encodePicture(ffmpeg: Ffmpeg, stream: Stream, recipe: EncodedVideo) {
  const rotation = readRotation(ffmpeg, stream)
  // The filter turns the pictures, so the MP4 must not say that they are to be turned.
  stream.codecpar.addCodedSideData(ffmpeg.AV_PKT_DATA_DISPLAYMATRIX, UNTURNED)
  const decoder = await ffmpeg.Decoder.create(stream, { threadCount: THREADS })
  const hdr = hdrOf(stream.codecpar.colorTrc)
  const filter = ffmpeg.FilterAPI.create(videoFilter(recipe, { rotation, hdr }))
  const encoder = await ffmpeg.Encoder.create(ffmpeg.FF_ENCODER_LIBX264, {
    decoder,
    filter,
    threadCount: THREADS,
    maxRate: recipe.maxBitrate,
    bufSize: recipe.maxBitrate * 2,
    options: { preset: PRESET, crf: CRF },
  })
  return [decoder, filter, encoder]
}

async function encodeSound(ffmpeg: Ffmpeg, stream: Stream) {
  const decoder = await ffmpeg.Decoder.create(stream)
  const filter = ffmpeg.FilterAPI.create('aresample=48000,aformat=sample_fmts=fltp:channel_layouts=stereo')
  const encoder = await ffmpeg.Encoder.create(ffmpeg.FF_ENCODER_AAC, { decoder, filter, bitrate: SOUND_BITRATE })
  return [decoder, filter, encoder]
}
