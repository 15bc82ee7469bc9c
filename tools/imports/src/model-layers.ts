import type { Layer } from './layer.ts'
import { api, vendors } from './layer.ts'

/** Models, each kind behind its port. */
export const MODEL_LAYERS: readonly Layer[] = [
  { name: 'models', files: api('models/[^/]+\\.ts$'), may: ['reading', 'contract', 'shared'], npm: [], node: true },
  {
    name: 'models/rules',
    files: api('models/rules/'),
    may: ['models', 'reading', 'contract', 'shared'],
    npm: [],
    node: true,
  },
  {
    name: 'models/*',
    files: api('models/'),
    may: ['models', 'models/rules/index.ts', 'reading', 'contract', 'shared'],
    npm: ['@ai-sdk/anthropic', '@ai-sdk/google', '@ai-sdk/openai', '@ai-sdk/openai-compatible', 'ai', 'zod'],
    node: true,
    rooms: vendors('models'),
  },
  {
    name: 'image-models',
    files: api('image-models/[^/]+\\.ts$'),
    may: ['models/port.ts', 'contract', 'shared'],
    npm: [],
    node: true,
  },
  {
    name: 'image-models/ai-sdk',
    files: api('image-models/ai-sdk/'),
    may: ['image-models/port.ts', 'models/port.ts', 'models/ai-sdk/calling.ts', 'contract', 'shared'],
    npm: ['@ai-sdk/black-forest-labs', '@ai-sdk/fal', '@ai-sdk/google', '@ai-sdk/openai', 'ai', 'zod'],
    node: true,
  },
  {
    name: 'image-models/*',
    files: api('image-models/'),
    may: ['image-models/port.ts', 'models/port.ts', 'reading', 'contract', 'shared'],
    npm: ['bidi-js', 'harfbuzzjs', 'sharp', 'woff2-encoder'],
    node: true,
    rooms: vendors('image-models'),
  },
  {
    name: 'video-models',
    files: api('video-models/[^/]+\\.ts$'),
    may: ['models/port.ts', 'image-models/port.ts', 'contract', 'shared'],
    npm: [],
    node: true,
  },
  {
    name: 'video-models/built-in',
    files: api('video-models/built-in/'),
    may: [
      'video-models/port.ts',
      'image-models/port.ts',
      'image-models/built-in/card.ts',
      'image-models/built-in/composer.ts',
      'image-models/built-in/review-brief.ts',
      'image-models/built-in/words/shorten-words.ts',
      'models/port.ts',
      'contract',
      'shared',
    ],
    npm: ['sharp', 'zod'],
    node: true,
  },
  {
    name: 'video-models/vendors',
    files: api('video-models/vendors/'),
    may: ['video-models/port.ts', 'models/port.ts', 'contract', 'shared'],
    npm: ['zod'],
    node: true,
  },
]
