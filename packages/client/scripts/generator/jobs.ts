import { docComment } from './doc-comment.ts'
import { HEADER } from './header.ts'
import type { Method } from './methods.ts'

/** What can be waited for. */
export function renderJobs(methods: readonly Method[]): string {
  const jobs = listJobs(methods)
  return `${HEADER}import type { ${jobs.join(', ')} } from './types.ts'

/** Everything that can be waited for. */
export type AnyJob = ${jobs.join(' | ')}
`
}

/** An error class for every kind of job. */
export function renderJobErrors(methods: readonly Method[]): string {
  const jobs = listJobs(methods)
  const classes = jobs.map((job) => {
    const comment = docComment([`A \`${job}\` that you waited for ended \`failed\`: \`job\` has what came of it.`])
    return `${comment}export class ${job}FailedError extends JobFailedError {
  override readonly name = '${job}FailedError'
  declare readonly job: ${job}
}
`
  })
  const table = jobs.map((job) => `  ${job}: ${job}FailedError,\n`).join('')
  return `${HEADER}import { JobFailedError } from '../errors/job-failed-error.ts'
import type { ${jobs.join(', ')} } from './types.ts'

${classes.join('\n')}
/** The error of every kind of job. */
export const JOB_ERRORS: Readonly<Record<string, typeof JobFailedError>> = {
${table}}
`
}

function listJobs(methods: readonly Method[]): string[] {
  return methods
    .filter(({ ended }) => ended)
    .map(({ result }) => result)
    .sort()
}
