import type { Media, MediaType, PowerPost } from '@powerpost/client'
import { basename } from 'node:path'
import { CliError } from '../errors/cli-error.ts'
import { explain } from '../errors/explain.ts'
import { takeStandardInput } from '../read-text.ts'
import type { Progress } from '../output/progress.ts'

export interface MediaFile {
  /** `-`: standard input. */
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

/** Uploads files one after the other. When one fails, the error names what was uploaded before. */
export async function uploadMedia(client: PowerPost, options: UploadOptions): Promise<Media[]> {
  const uploaded: Media[] = []
  for (const [index, file] of options.files.entries()) {
    try {
      uploaded.push(await upload(client, file, { ...options, index }))
    } catch (error) {
      throw uploaded.length > 0 ? new PartlyUploaded(uploaded, file, error) : error
    }
  }
  return uploaded
}

/** Of the name that a file from standard input gets. */
const EXTENSIONS = { image: 'jpg', video: 'mp4', document: 'pdf' } as const

interface UploadOne extends UploadOptions {
  readonly index: number
}

function upload(client: PowerPost, { path, type }: MediaFile, options: UploadOne): Promise<Media> {
  const { index, progress, signal } = options
  const name = path === '-' ? 'standard input' : basename(path)
  const say = (percent: number) => progress.say(`Uploading ${name} ${percent} %`)
  const onProgress = ({ sent, total }: { sent: number; total: number | undefined }) =>
    say(total ? Math.floor((sent / total) * 100) : 0)
  say(0)
  const idempotencyKey = options.idempotencyKey === undefined ? undefined : `${options.idempotencyKey}/${index}`
  const file = path === '-' ? takeStandardInput() : path
  const fileName = path === '-' ? `stdin.${EXTENSIONS[type]}` : undefined
  return client.media.upload({ file, type }, { signal, onProgress, idempotencyKey, fileName })
}

/** Some files were uploaded, then one was not. */
export class PartlyUploaded extends CliError {
  readonly uploaded: readonly Media[]

  constructor(uploaded: readonly Media[], { path }: MediaFile, cause: unknown) {
    const { outcome, message, hint } = explain(cause)
    const ids = uploaded.map(({ media_id, file_name }) => `  ${media_id}  ${file_name}`).join('\n')
    super({
      code: 'PARTLY_UPLOADED',
      // What was interrupted was meant to be.
      outcome: outcome === 'interrupted' ? outcome : 'partial',
      message: `${path} was not uploaded: ${message}`,
      hint: `${hint}\nUploaded before it; they can be used by their ids, or deleted with \`powerpost media delete ID\`:\n${ids}`,
      cause,
    })
    this.uploaded = uploaded
  }
}
