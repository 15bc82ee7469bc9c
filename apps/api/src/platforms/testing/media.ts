import type { PostMedium } from '../port.ts'

/** A medium of so many bytes, all alike. */
export function createTestMedium(fields: Partial<PostMedium> & Pick<PostMedium, 'type' | 'mimeType'>): PostMedium {
  const size = fields.size ?? 10_000
  return {
    mediaId: '0199a1b2-0000-7000-8000-000000000001',
    fileName: 'test',
    size,
    width: 1080,
    height: 1350,
    async *read({ start, end }) {
      yield Buffer.alloc(Math.min(end, size) - start, 7)
    },
    publicUrl: () => 'https://powerpost.example.com/media/1',
    ...fields,
  }
}
