import type { ErrorDefinition } from '@powerpost/contract'
import { ERRORS, JOB_ERRORS } from '@powerpost/contract'

/** `docs/errors.md`: every error, from the table that the responses are made of. */
export function createErrorsGuide(): string {
  return `# Errors

Every response that is not \`200\` has this body:

\`\`\`json
{
  "error": {
    "message": "post_types[1] must be one of: instagram-feed, ...",
    "code": "VALIDATION_ERROR",
    "details": [{ "path": "post_types[1]", "message": "must be one of: instagram-feed, ..." }],
    "request_id": "0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b",
    "doc_url": "http://localhost:3000/docs/errors#VALIDATION_ERROR"
  }
}
\`\`\`

\`details\` comes with \`VALIDATION_ERROR\`. \`request_id\` is also the \`X-Request-Id\` header: include it in a bug report.

${Object.entries<ErrorDefinition>(ERRORS).map(describeError).join('\n\n')}

## Jobs

A job that ends \`failed\` says why, in \`error: { code, message }\`. Its credits are refunded, unless the message says that they are not.

${Object.entries(JOB_ERRORS)
  .map(([code, { title }]) => `- \`${code}\`: ${title}.`)
  .join('\n')}
`
}

function describeError([code, { status, title, hint, retryable }]: [string, ErrorDefinition]): string {
  const again = retryable ? 'The same request may succeed later.' : 'The same request will not succeed unchanged.'
  return `## ${code}\n\n${status}. ${title}. ${again}\n\n${hint}`
}
