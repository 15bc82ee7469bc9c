import { generateContent, getGeneration, uploadMedia } from './generated'
import type { GenerateContentRequest } from './generated'

// @ts-expect-error A prompt is a text, and nothing looser.
export const wrong: GenerateContentRequest['prompt'] = 3

export async function write(file: Blob, workspace: string): Promise<string | undefined> {
  const headers = { 'X-Workspace-Id': workspace }
  const media = await uploadMedia({ headers, body: { file, type: 'image' } })
  const started = await generateContent({
    headers,
    body: {
      media_ids: media.data ? [media.data.media_id] : [],
      post_types: ['instagram-reel', 'x-post'],
      research_mode: 'regular',
    },
  })
  if (!started.data) throw new Error(started.error?.error.code)
  const { data } = await getGeneration({ headers, path: { id: started.data.generation_id } })
  // @ts-expect-error A generation has no such field.
  return data?.outputs?.x ?? data?.caption
}
