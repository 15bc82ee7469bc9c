import { principalExample } from '../common/principal.ts'
import type { z } from 'zod'
import type { CreateRenditionRequest, Rendition } from './renditions.ts'
import type { ImportMediaRequest, Media } from './schemas.ts'
import type { uploadMediaRequestSchema } from './schemas.ts'

const LINK = 'https://powerpost.example/api/v1/media/0199a1b2-0000-7000-8000-000000000001'
const QUERY = 'expires=1795996800&signature=3q2-7wqkq7mXk0oX7cVqf1pO0sJrV5Yt2uHnQ8bLz6E'

export const mediaExample: Media = {
  media_id: '0199a1b2-0000-7000-8000-000000000001',
  type: 'image',
  file_name: 'launch.jpg',
  file_size: 248_113,
  mime_type: 'image/jpeg',
  width: 1080,
  height: 1350,
  created_by: principalExample,
  created_at: '2026-11-22T18:53:52.000Z',
  url: `${LINK}/content?${QUERY}`,
  thumbnail_url: `${LINK}/thumbnail?${QUERY}`,
}

export const uploadMediaRequestExamples = {
  image: { file: new File([], 'launch.jpg'), type: 'image' },
} satisfies Record<string, z.input<typeof uploadMediaRequestSchema>>

export const importMediaRequestExamples = {
  image: { url: 'https://example.com/press/launch.jpg', type: 'image' },
  anything: { url: 'https://example.com/press/launch.mp4' },
} satisfies Record<string, ImportMediaRequest>

export const createRenditionRequestExamples = {
  'as it is shown': { post_type: 'instagram-feed' },
  cropped: { post_type: 'instagram-story', mode: 'crop', focus: { x: 0.5, y: 0.3 } },
} satisfies Record<string, CreateRenditionRequest>

const FILE = 'https://powerpost.example/api/v1/media/0199a1b2-0000-7000-8000-000000000003'

export const renditionExample: Rendition = {
  rendition_id: '0199a1b2-0000-7000-8000-000000000002',
  media_id: '0199a1b2-0000-7000-8000-000000000001',
  status: 'completed',
  changes: [{ change: 'format', message: 'PNG is converted to JPEG.' }],
  file: {
    file_size: 180_204,
    mime_type: 'image/jpeg',
    width: 1080,
    height: 1350,
    url: `${FILE}/content?${QUERY}`,
    thumbnail_url: `${FILE}/thumbnail?${QUERY}`,
  },
  created_at: '2026-11-22T18:53:52.000Z',
}

export const queuedRenditionExample: Rendition = {
  rendition_id: '0199a1b2-0000-7000-8000-000000000002',
  media_id: '0199a1b2-0000-7000-8000-000000000001',
  status: 'queued',
  queue_position: 1,
  changes: [{ change: 'format', message: 'PNG is converted to JPEG.' }],
  created_at: '2026-11-22T18:53:52.000Z',
}
