import type { components, paths } from './generated'

type Request = paths['/api/v1/content/generate']['post']['requestBody']['content']['application/json']
type Started = paths['/api/v1/content/generate']['post']['responses']['200']['content']['application/json']

export const request: Request = {
  prompt: 'We just shipped dark mode across all our apps',
  post_types: ['instagram-reel', 'x-post'],
  research_mode: 'regular',
}

// @ts-expect-error There is no such post type.
export const wrong: Request['post_types'] = ['myspace-post']

// @ts-expect-error A prompt is a text, and nothing looser.
export const looser: Request['prompt'] = 3

export function read(started: Started, generation: components['schemas']['Generation']): string | undefined {
  return started.generation_id === generation.generation_id ? generation.outputs?.youtube?.title : undefined
}
