import type { Media, MediaType, PowerPost } from '@powerpost/client'
import { basename } from 'node:path'
import type { Progress } from '../output/progress.ts'

export interface MediaFile {
  readonly path: string
  readonly type: MediaType
}

interface UploadOptions {
  readonly files: readonly MediaFile[]
  readonly progress: Progress
  readonly signal: AbortSignal
  /** Of the command: each file has one made of it, so that a command that is repeated uploads once. */
  readonly idempotencyKey: string | undefined
}

/** Uploads files one after the other. */
export async function uploadMedia(client: PowerPost, options: UploadOptions): Promise<Media[]> {
  const { files, progress, signal } = options
  const uploaded: Media[] = []
  for (const [index, { path, type }] of files.entries()) {
    const say = (percent: number) => progress.say(`Uploading ${basename(path)} ${percent} %`)
    const onProgress = ({ sent, total }: { sent: number; total: number | undefined }) =>
      say(total ? Math.floor((sent / total) * 100) : 0)
    say(0)
    const idempotencyKey = options.idempotencyKey === undefined ? undefined : `${options.idempotencyKey}/${index}`
    uploaded.push(await client.media.upload({ file: path, type }, { signal, onProgress, idempotencyKey }))
  }
  return uploaded
}
