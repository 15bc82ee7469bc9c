/** What we use of libheif, as it was compiled to WebAssembly: https://github.com/strukturag/libheif/blob/master/libheif/api/libheif/heif.h */
declare module 'libheif-js/wasm-bundle.js' {
  type Context = { readonly context: unique symbol }
  type Handle = { readonly handle: unique symbol }
  interface Failure {
    readonly code: unknown
    readonly message?: string
  }
  interface Channel {
    readonly id: unknown
    readonly width: number
    readonly height: number
    /** Bytes of a row. */
    readonly stride: number
    readonly data: Uint8Array
  }
  interface Decoded {
    readonly code?: undefined
    readonly channels: readonly Channel[]
    readonly image: unknown
  }
  const libheif: {
    readonly heif_error_code: { readonly heif_error_Ok: unknown }
    readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown }
    readonly heif_chroma: { readonly heif_chroma_interleaved_RGB: unknown }
    readonly heif_channel: { readonly heif_channel_interleaved: unknown }
    heif_context_alloc(): Context
    heif_context_read_from_memory(context: Context, bytes: Uint8Array): Failure
    heif_js_context_get_primary_image_handle(context: Context): Handle | Failure
    heif_image_handle_get_width(handle: Handle): number
    heif_image_handle_get_height(handle: Handle): number
    heif_js_decode_image2(handle: Handle, colorspace: unknown, chroma: unknown): Decoded | Failure
  }
  export default libheif
}
