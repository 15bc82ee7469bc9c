import { WEBHOOK_EVENT_SCHEMAS, WEBHOOK_EVENTS, WEBHOOK_HEADERS, webhookEventExamples } from '@powerpost/contract'
import type { WebhookEventName } from '@powerpost/contract'
import type { OperationObject, ParameterObject, PathItemObject } from 'openapi3-ts/oas31'
import type { SchemaComponents } from './schemas.ts'

/** What the server sends to the webhook endpoints of a workspace: one request an event, by the event's name. */
export function createWebhooks(schemas: SchemaComponents): Record<string, PathItemObject> {
  return Object.fromEntries(WEBHOOK_EVENTS.map((name) => [name, { post: createOperation(name, schemas) }]))
}

function createOperation(name: WebhookEventName, schemas: SchemaComponents): OperationObject {
  const schema = WEBHOOK_EVENT_SCHEMAS[name]
  return {
    operationId: toOperationId(name),
    tags: ['Webhooks'],
    summary: name,
    description: `${schema.meta()?.description}\n\n${DELIVERY}`,
    // Signed, and without an API key.
    security: [],
    parameters: HEADERS,
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: schemas.use(schema, 'output'),
          examples: { [name]: { value: webhookEventExamples[name] } },
        },
      },
    },
    responses: {
      '2XX': { description: 'Received. Respond within 10 seconds; the body is ignored.' },
      '410': { description: 'No more events are wanted: the endpoint is disabled.' },
      '4XX': { description: 'It is sent again later, after `Retry-After` if there is one.' },
      '5XX': { description: 'It is sent again later, after `Retry-After` if there is one.' },
    },
  }
}

const DELIVERY =
  'Signed as Standard Webhooks specifies, with the secret of the endpoint. Delivered at least once: a repeated event has the same `webhook-id`.'

const HEADERS: ParameterObject[] = [
  {
    name: WEBHOOK_HEADERS.id,
    in: 'header',
    required: true,
    description: 'The event, the same in every attempt and every replay.',
    schema: { type: 'string', format: 'uuid' },
    example: '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a4d',
  },
  {
    name: WEBHOOK_HEADERS.timestamp,
    in: 'header',
    required: true,
    description: 'When this attempt was made, in seconds since 1970. Reject one that is more than five minutes off.',
    schema: { type: 'string', pattern: '^[0-9]+$' },
    example: '1795373632',
  },
  {
    name: WEBHOOK_HEADERS.signature,
    in: 'header',
    required: true,
    description:
      '`v1,` and the base64 of the HMAC-SHA-256 of `{webhook-id}.{webhook-timestamp}.{body}` under the base64-decoded secret without its `whsec_`. During a rotation there are two signatures, separated by a space.',
    schema: { type: 'string' },
    example: 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  },
]

/** `image_generation.completed` as `receiveImageGenerationCompleted`. */
function toOperationId(name: WebhookEventName): string {
  return `receive${name.replaceAll(/(?:^|[._])([a-z])/g, (_, letter: string) => letter.toUpperCase())}`
}
