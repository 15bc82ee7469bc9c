import libheif from 'libheif-js/wasm-bundle.js'

/** Pixels of three bytes, upright, row after row. */
export interface DecodedHeic {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/**
 * Decodes the primary picture of a HEIC.
 *
 * @param maxPixels a larger one is not decoded
 * @returns undefined when it is larger
 * @throws Error when it cannot be decoded
 */
export function decodeHeic(bytes: Uint8Array, maxPixels: number): DecodedHeic | undefined {
  const context = libheif.heif_context_alloc()
  const read = libheif.heif_context_read_from_memory(context, bytes)
  if (read.code !== libheif.heif_error_code.heif_error_Ok) throw new Error(`HEIC: ${read.message}`)
  const handle = libheif.heif_js_context_get_primary_image_handle(context)
  if ('code' in handle) throw new Error(`HEIC: ${handle.message}`)
  // As shown: after its rotation and cropping.
  const width = libheif.heif_image_handle_get_width(handle)
  const height = libheif.heif_image_handle_get_height(handle)
  if (width * height > maxPixels) return undefined
  const { heif_colorspace_RGB } = libheif.heif_colorspace
  const { heif_chroma_interleaved_RGB } = libheif.heif_chroma
  const decoded = libheif.heif_js_decode_image2(handle, heif_colorspace_RGB, heif_chroma_interleaved_RGB)
  if (!('channels' in decoded)) throw new Error(`HEIC: ${decoded.message}`)
  const channel = decoded.channels.find(({ id }) => id === libheif.heif_channel.heif_channel_interleaved)
  if (!channel) throw new Error('HEIC: no picture came of it')
  return { width, height, pixels: withoutPadding(channel.data, { width, height, stride: channel.stride }) }
}

function withoutPadding(
  data: Uint8Array,
  { width, height, stride }: { readonly width: number; readonly height: number; readonly stride: number },
): Uint8Array {
  const rowBytes = width * 3
  if (stride === rowBytes) return data.subarray(0, rowBytes * height)
  const pixels = new Uint8Array(rowBytes * height)
  for (let row = 0; row < height; row += 1) {
    pixels.set(data.subarray(row * stride, row * stride + rowBytes), row * rowBytes)
  }
  return pixels
}
