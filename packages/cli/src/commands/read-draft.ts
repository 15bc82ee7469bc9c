import type { CreatePostRequest, PowerPost } from '@powerpost/client'
import { usageError } from '../errors/cli-error.ts'
import { readPrompt, readTextFile } from '../read-text.ts'
import type { Session } from '../session.ts'
import type { Fit, PrivacyLevel } from './draft-options.ts'
import { readPostTypes } from './post-types.ts'
import { uploadMedia } from './upload-media.ts'

/** What the items of a draft are said by. */
export interface DraftOptions {
  readonly to?: readonly string[] | undefined
  readonly file?: string | undefined
  readonly generation?: string | undefined
  readonly title?: string | undefined
  readonly image?: readonly string[] | undefined
  readonly video?: string | undefined
  readonly media?: readonly string[] | undefined
  readonly alt?: readonly string[] | undefined
  readonly thread?: readonly string[] | undefined
  readonly firstComment?: string | undefined
  readonly fit?: Fit | undefined
  readonly privacyLevel?: PrivacyLevel | undefined
  readonly aiGenerated?: true | undefined
  readonly idempotencyKey?: string | undefined
}

interface ReadOptions {
  readonly text: string | undefined
  readonly options: DraftOptions
}

/** The request for a draft, as the command line or a file says it. Files are uploaded first. */
export async function readDraft(
  client: PowerPost,
  session: Session,
  { text: typed, options }: ReadOptions,
): Promise<CreatePostRequest> {
  const { to, file, generation } = options
  if (file !== undefined) return readRequest(file)
  if (to === undefined) {
    throw usageError('The platforms are missing.', 'Give --to x,instagram, or --file PATH with the items as JSON.')
  }
  if (typed === undefined && generation === undefined) {
    throw usageError('There is nothing to post.', 'Give a text, or a generation with --generation.')
  }
  const text = await readPrompt(typed)
  const { alt = [] } = options
  const media_ids = await readMedia(client, session, options)
  if (alt.length > media_ids.length) {
    throw usageError('There are more alt texts than files.', 'Give one --alt for each file, in their order.')
  }
  const media = media_ids.map((media_id, index) => ({ media_id, alt_text: alt[index] }))
  const items = readPostTypes(to).map((post_type) => ({
    post_type,
    content: text,
    title: options.title,
    thread: options.thread?.map((content) => ({ content })),
    first_comment: options.firstComment,
    fit: options.fit,
    ...(alt.length > 0 ? { media } : { media_ids }),
    options: { privacy_level: options.privacyLevel, ai_generated: options.aiGenerated },
  }))
  return { generation_id: generation, items }
}

async function readMedia(client: PowerPost, session: Session, options: DraftOptions): Promise<string[]> {
  const { image = [], video, media = [], idempotencyKey } = options
  const files = [
    ...image.map((path) => ({ path, type: 'image' as const })),
    ...(video === undefined ? [] : [{ path: video, type: 'video' as const }]),
  ]
  const progress = session.startProgress()
  try {
    const uploaded = await uploadMedia(client, { files, progress, signal: session.signal, idempotencyKey })
    return [...media, ...uploaded.map(({ media_id }) => media_id)]
  } finally {
    progress.stop()
  }
}

async function readRequest(path: string): Promise<CreatePostRequest> {
  const text = await readTextFile(path)
  try {
    // The server says what is wrong with it.
    return JSON.parse(text) as CreatePostRequest
  } catch {
    throw usageError(
      `${path} is not valid JSON.`,
      'It must be { "items": [{ "post_type": "x-post", "content": "..." }] }.',
    )
  }
}
