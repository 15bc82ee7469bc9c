import type { Credits } from '@powerpost/contract'
import { errorBodySchema, ERRORS } from '@powerpost/contract/errors'
import { POST_TYPES } from '@powerpost/contract/platforms'
import { creditsSchema } from '@powerpost/contract/schemas'

declare const process: { readonly env: Readonly<Record<string, string | undefined>> }

async function main(): Promise<void> {
  const url = `${process.env['POWERPOST_BASE_URL']}/api/v1/account/credits`
  const answer = await fetch(url, { headers: { 'x-api-key': process.env['POWERPOST_API_KEY'] ?? '' } })
  const { balance }: Credits = creditsSchema.parse(await answer.json())
  const refusal = await fetch(url)
  const { error } = errorBodySchema.parse(await refusal.json())
  // @ts-expect-error There is no such code.
  const isUnknown = error.code === 'NO_SUCH_CODE'
  const isAsListed = ERRORS[error.code].status === refusal.status
  console.log(
    JSON.stringify({ balance: typeof balance, isUnknown, isAsListed, isThere: POST_TYPES.includes('x-post') }),
  )
}

void main()
