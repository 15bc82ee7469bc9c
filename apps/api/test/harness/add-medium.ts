import { randomUUID } from 'node:crypto'
import type { MediaTable, StoredFacts } from '#db/types.ts'
import type { Insertable } from 'kysely'
import type { TestServer } from './test-server.ts'

const PICTURE = {
  type: 'image',
  mime_type: 'image/jpeg',
  file_name: 'launch.jpg',
  file_size: 200_000,
  width: 1080,
  height: 1350,
  facts: JSON.stringify({ color: { bit_depth: 8, hdr: false } } satisfies StoredFacts),
} as const

/** What an upright video of half a minute is. */
export const VIDEO = {
  type: 'video',
  mime_type: 'video/mp4',
  file_name: 'launch.mp4',
  file_size: 10_000_000,
  width: 1080,
  height: 1920,
  duration_seconds: 30,
  facts: JSON.stringify({
    video_codec: 'h264',
    frame_rate: 30,
    has_audio: false,
    color: { bit_depth: 8, chroma_subsampling: '4:2:0', hdr: false },
    square_pixels: true,
    index_first: true,
    has_edit_list: false,
  } satisfies StoredFacts),
} as const

/** Puts a medium into the first account's workspace, without a file: a JPEG of 4:5, unless the facts say otherwise. */
export async function addMedium(server: TestServer, facts: Partial<Insertable<MediaTable>> = {}): Promise<string> {
  const id = randomUUID()
  const { id: account_id } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
  const now = new Date()
  await server.db
    .insertInto('media')
    .values({
      id,
      account_id,
      workspace_id: server.workspaceId,
      livemode: true,
      status: 'ready',
      storage_key: id,
      duration_seconds: null,
      colours: [],
      sha256: Buffer.alloc(32),
      created_at: now,
      touched_at: now,
      ...PICTURE,
      ...facts,
    })
    .execute()
  return id
}
