import { boundedText } from './text.ts'

/** Bound of an address that the server is to read, in Unicode code points. */
const MAX_LENGTH = 2048

/** An address that the server is to read. Which may be read is decided where it is fetched. */
export function webAddress() {
  const pattern = { regex: /^https?:\/\/[^/?#\u0000][^\u0000]*$/iu, message: 'must be an https address' }
  return boundedText({ min: 1, max: MAX_LENGTH, pattern })
}
