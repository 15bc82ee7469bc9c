import { EXIT_CODES } from './errors/exit-codes.ts'

/** Examples, to stand below a command's options. */
export function examples(...lines: readonly string[]): string {
  return ['', 'Examples:', ...lines.map((line) => `  $ powerpost ${line}`)].join('\n')
}

/** What stands below the options of the program itself. */
export const ABOUT_SETTINGS = `
Settings, from the environment or from .env in the current directory; an option takes precedence:
  POWERPOST_API_KEY       the key that the server showed at its first start
  POWERPOST_WORKSPACE_ID  required if the account has several workspaces
  POWERPOST_BASE_URL      default: http://localhost:3000

Exit codes:
${Object.values(EXIT_CODES)
  .map(({ code, meaning }) => `  ${String(code).padStart(3)}  ${meaning}`)
  .join('\n')}`
