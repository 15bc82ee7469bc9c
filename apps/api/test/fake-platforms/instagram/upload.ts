import type { IncomingMessage } from 'node:http'
import type { InstagramContainer, InstagramReply, InstagramState } from './state.ts'

/** `POST https://rupload.facebook.com/ig-api-upload/{version}/{ig-container}`: from where the last one broke off. */
export async function serveUpload(
  state: InstagramState,
  container: InstagramContainer,
  request: IncomingMessage,
): Promise<InstagramReply> {
  const { upload } = container
  if (!upload) return refuse(state, 'the container takes no upload')
  const offset = Number(request.headers['offset'])
  const size = Number(request.headers['file_size'])
  if (!Number.isInteger(offset) || !Number.isInteger(size)) return refuse(state, 'offset or file_size is missing')
  if (offset !== upload.received) return refuse(state, `offset ${offset} instead of ${upload.received}`)
  upload.size = size
  for await (const chunk of request as AsyncIterable<Buffer>) {
    upload.received += chunk.length
    const { cutUploadAfter } = state.manner
    if (cutUploadAfter > 0 && upload.received > cutUploadAfter) {
      state.manner.cutUploadAfter = 0
      request.socket.destroy()
      return { status: 500 }
    }
  }
  if (upload.received > size) return refuse(state, 'more bytes than file_size')
  return { status: 200, body: { success: true, message: 'Upload successful.' } }
}

function refuse(state: InstagramState, message: string): InstagramReply {
  state.complaints.push(`upload: ${message}`)
  return { status: 400, body: { debug_info: { retriable: false, type: 'ProcessingFailedError', message } } }
}
