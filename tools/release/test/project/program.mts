import { PowerPost } from '@powerpost/client'
import type { GenerateContentRequest } from '@powerpost/contract'
import { errorBodySchema, generateContentRequestSchema, generateContentResponseSchema } from '@powerpost/contract'
import { ERRORS } from '@powerpost/contract/errors'
import { platformsOf } from '@powerpost/contract/platforms'
import { priceGeneration } from '@powerpost/contract/pricing'
import { creditsSchema } from '@powerpost/contract/schemas'
import { createOpenApiDocument } from '@powerpost/openapi'

const {
  POWERPOST_BASE_URL: url = '',
  POWERPOST_API_KEY: key = '',
  POWERPOST_WORKSPACE_ID: workspace = '',
} = process.env
const headers = { 'x-api-key': key, 'x-workspace-id': workspace, 'content-type': 'application/json' }

const request: GenerateContentRequest = generateContentRequestSchema.parse({
  prompt: 'We released it',
  post_types: ['x-post', 'linkedin-post'],
  research_mode: 'regular',
})
const price = priceGeneration({ researchMode: 'regular', platforms: platformsOf(request.post_types), imageCount: 0 })

const answer = await fetch(`${url}/api/v1/content/generate`, { method: 'POST', headers, body: JSON.stringify(request) })
const started = generateContentResponseSchema.parse(await answer.json())
const credits = creditsSchema.parse(await (await fetch(`${url}/api/v1/account/credits`, { headers })).json())
const { balance } = await new PowerPost().account.credits()
const refusal = await fetch(`${url}/api/v1/account/credits`)
const { error } = errorBodySchema.parse(await refusal.json())

// @ts-expect-error There is no such field.
export const { captions } = started

console.log(
  JSON.stringify({
    asPriced: started.credits_used === price,
    balance: credits.balance === started.remaining_credits && balance === credits.balance,
    refused: ERRORS[error.code].status === refusal.status,
    documented: Object.keys(createOpenApiDocument().paths ?? {}).includes('/api/v1/content/generate'),
  }),
)
