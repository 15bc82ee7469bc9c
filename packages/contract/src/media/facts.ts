import { z } from 'zod'

/** What the bytes of a file say about how it is encoded. Each is absent where it is not known, as for a file of before it was read. */
export const encodingShape = {
  pages: z.int().positive().optional().meta({ description: 'How many pages a document has.' }),
  video_codec: z
    .string()
    .optional()
    .meta({
      description: "Codec of a video's picture, by the name FFmpeg gives it: `h264`, `hevc`, `vp9`, `av1`.",
      examples: ['h264'],
    }),
  frame_rate: z.number().positive().optional().meta({ description: 'Average frames a second of a video.' }),
  has_audio: z.boolean().optional().meta({ description: 'Whether a video has sound.' }),
  audio_codec: z
    .string()
    .optional()
    .meta({
      description: "Codec of a video's sound, by the name FFmpeg gives it: `aac`, `opus`, `mp3`.",
      examples: ['aac'],
    }),
  audio_sample_rate: z.int().positive().optional().meta({ description: 'Samples a second of the sound, in hertz.' }),
  audio_channels: z.int().positive().optional().meta({ description: 'Channels of the sound: 2 is stereo.' }),
  color: z
    .object({
      primaries: z.string().optional().meta({ description: 'As ITU-T H.273 defines them: `bt709`, `bt2020`, `p3`.' }),
      transfer: z.string().optional().meta({ description: 'Transfer function: `bt709`, `srgb`, `pq`, `hlg`.' }),
      bit_depth: z.int().positive().optional().meta({ description: 'Bits of one channel.' }),
      chroma_subsampling: z
        .string()
        .optional()
        .meta({ description: '`4:2:0`, `4:2:2`, `4:4:4`, or `4:0:0` for gray.' }),
      hdr: z.boolean().meta({ description: 'Whether it is of high dynamic range.' }),
    })
    .optional()
    .meta({ id: 'MediaColor', description: 'How colors are stored.' }),
} as const

export const originalFileSchema = z
  .object({
    file_name: z.string().meta({ description: 'The name it was uploaded with.', examples: ['IMG_0001.HEIC'] }),
    file_size: z.int().positive().meta({ description: 'In bytes.' }),
    mime_type: z.string().meta({ description: 'The format it was uploaded in.', examples: ['image/heic'] }),
    width: z.int().positive().meta({ description: 'In pixels, after applying the rotation set in the file.' }),
    height: z.int().positive().meta({ description: 'In pixels, after applying the rotation set in the file.' }),
  })
  .meta({
    id: 'OriginalFile',
    description: 'The file that was uploaded, where another was made of it. It is not kept.',
  })

const encodingSchema = z.object(encodingShape)

export type MediaEncoding = z.output<typeof encodingSchema>
export type OriginalFile = z.output<typeof originalFileSchema>
