/** What is wrong with the request, each with what to tell its sender. `aborted` has nobody left to tell. */
const PROBLEMS = {
  not_multipart: 'Send the request as multipart/form-data.',
  missing_boundary:
    'The Content-Type header has no boundary. Do not set it by hand: an HTTP client sets it for the form that it sends.',
  malformed: 'The multipart body is malformed or incomplete.',
  aborted: 'The connection was closed before the whole body arrived.',
  missing_file: 'Send the file in the field `file`.',
  unexpected_file: 'Send one file only, in the field `file`.',
  bad_field: 'A form field is too long, has no name or is given twice.',
  too_many_fields: 'The form has too many fields.',
} as const

export type MultipartProblem = keyof typeof PROBLEMS

/** The request is not a form with one file. */
export class MultipartError extends Error {
  override readonly name = 'MultipartError'
  readonly code: MultipartProblem
  readonly publicMessage: string

  constructor(code: MultipartProblem, options?: ErrorOptions) {
    super(`multipart: ${code}`, options)
    this.code = code
    this.publicMessage = PROBLEMS[code]
  }
}
