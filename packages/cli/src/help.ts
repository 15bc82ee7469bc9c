import { EXIT_CODES } from './errors/exit-codes.ts'
import { asTyped } from './typed-form.ts'

/** Examples, to stand below a command's options. */
export function examples(...lines: readonly string[]): string {
  return asTyped(['', 'Examples:', ...lines.map((line) => `  $ powerpost ${line}`)].join('\n'))
}

/** What stands below the options of the program itself. */
export const ABOUT_SETTINGS = `
Settings. An option comes first, then the environment, then .env in the current directory, then the profile:
  POWERPOST_API_KEY       the key that the server showed at its first start
  POWERPOST_WORKSPACE_ID  required if the account has several workspaces
  POWERPOST_BASE_URL      default: http://localhost:3000
  POWERPOST_PROFILE       the profile of \`powerpost login\`; default: default

Exit codes:
${Object.values(EXIT_CODES)
  .map(({ code, meaning }) => `  ${String(code).padStart(3)}  ${meaning}`)
  .join('\n')}`
