import type { MediaEncoding } from '@powerpost/contract'
import type { Ffmpeg } from '#shared/load-ffmpeg.ts'
import type { PictureTrack } from './open-picture-track.ts'
import { describeColor } from './read-color.ts'

/** How the picture and the sound of a video are encoded. */
export function readEncoding(ffmpeg: Ffmpeg, track: PictureTrack): MediaEncoding {
  const { demuxer, stream } = track
  const { codecpar, avgFrameRate } = stream
  const sound = demuxer.findBestStream(ffmpeg.AVMEDIA_TYPE_AUDIO)?.codecpar
  const frameRate = avgFrameRate.den > 0 ? avgFrameRate.num / avgFrameRate.den : 0
  const { colorPrimaries: primaries, colorTrc: transfer } = codecpar
  return {
    video_codec: ffmpeg.avGetCodecName(codecpar.codecId) ?? undefined,
    ...(frameRate > 0 && { frame_rate: toThousandths(frameRate) }),
    has_audio: sound !== undefined,
    ...(sound && {
      audio_codec: ffmpeg.avGetCodecName(sound.codecId) ?? undefined,
      ...(sound.sampleRate > 0 && { audio_sample_rate: sound.sampleRate }),
      ...(sound.channels > 0 && { audio_channels: sound.channels }),
    }),
    color: describeColor({ primaries, transfer, pixelFormat: track.pixelFormat() }),
  }
}

function toThousandths(value: number): number {
  return Math.round(value * 1000) / 1000
}
