import type * as Operator from '@powerpost/api/operator'
import { CliError } from './errors/cli-error.ts'

/** The operator's side of the server. It comes with the server, and is not there where only this program is installed. */
export async function loadOperator(): Promise<typeof Operator> {
  try {
    return await import('@powerpost/api/operator')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error
    throw new CliError({
      code: 'NO_SERVER_HERE',
      outcome: 'usage',
      message: "This is a command of the server's operator, and the server is not installed here.",
      hint: 'Run it as `pnpm powerpost` in the checkout that the server was started from.',
    })
  }
}
