import { z } from 'zod'

export const principalSchema = z
  .object({
    kind: z.enum(['key', 'user', 'agent', 'link']).meta({
      description:
        '`key`: an API key. `link`: a person who opened a link to connect an account. `user`, `agent`: for later versions.',
    }),
    id: z.uuid().meta({ description: 'The `key_id`; of a link, the id of its request.' }),
    name: z.string().meta({ description: 'The name of the API key; of a link, of the one that asked for it.' }),
  })
  .meta({ id: 'Principal', description: 'Who did something. It stays as it was, whatever becomes of the key.' })

export const createdBySchema = principalSchema
  .nullable()
  .meta({ description: 'Who created it; null: not known, it is older than this field.' })

export type Principal = z.output<typeof principalSchema>

export const principalExample: Principal = {
  kind: 'key',
  id: '0199a1b2-0000-7000-8000-000000000002',
  name: 'First key',
}
