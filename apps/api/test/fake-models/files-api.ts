import type { IncomingMessage, ServerResponse } from 'node:http'

/** A file that was sent ahead of a request. */
export interface Upload {
  readonly mimeType: string
  readonly size: number
}

/** What becomes of files that are sent ahead. */
export type FilesBehaviour = 'taken' | 'refused' | 'hangs' | 'unreadable'

/** Google's: https://ai.google.dev/api/files. Says whether the request was one for it. */
export function createFilesApi(behaviour: FilesBehaviour) {
  const uploads: Upload[] = []
  return {
    uploads,
    serve(request: IncomingMessage, body: Buffer, response: ServerResponse): boolean {
      const { headers, url = '' } = request
      const origin = `http://${headers.host}`
      const answer = (status: number, value: unknown, more: Record<string, string> = {}) => {
        response.writeHead(status, { 'content-type': 'application/json', ...more }).end(JSON.stringify(value))
        return true
      }
      if (url === '/upload/v1beta/files') {
        if (behaviour === 'hangs') return true
        if (behaviour === 'refused') return answer(403, { error: { message: 'CANARY-VENDOR-TEXT' } })
        const type = String(headers['x-goog-upload-header-content-type'])
        return answer(200, {}, { 'x-goog-upload-url': `${origin}/upload/session?type=${encodeURIComponent(type)}` })
      }
      if (!url.startsWith('/upload/session')) return false
      const mimeType = new URL(url, origin).searchParams.get('type') ?? ''
      uploads.push({ mimeType, size: body.length })
      const state = behaviour === 'unreadable' ? 'FAILED' : 'ACTIVE'
      return answer(200, { file: { name: 'files/1', mimeType, uri: `${origin}/v1beta/files/1`, state } })
    },
  }
}
