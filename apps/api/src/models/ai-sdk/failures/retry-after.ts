/** The longest wait that is believed: a day. */
const LONGEST_SECONDS = 86_400

/**
 * How long a vendor asks to be left alone, in whole seconds: `Retry-After` as seconds or as a date (RFC 9110, 10.2.3),
 * OpenAI's `retry-after-ms`, or the `retryDelay` in the body of Google's error (google.rpc.RetryInfo).
 */
export function readRetryAfter(
  headers: Readonly<Record<string, string>> | undefined,
  body: string | undefined,
  now: Date,
): number | undefined {
  const seconds =
    inSeconds(headers?.['retry-after-ms'], 1000) ??
    inSeconds(headers?.['retry-after'], 1) ??
    untilDate(headers?.['retry-after'], now) ??
    inSeconds(/"retryDelay"\s*:\s*"(\d+(?:\.\d+)?)s"/u.exec(body ?? '')?.[1], 1)
  return seconds === undefined ? undefined : Math.min(Math.ceil(seconds), LONGEST_SECONDS)
}

function inSeconds(text: string | undefined, perSecond: number): number | undefined {
  return text !== undefined && /^\s*\d{1,12}(?:\.\d+)?\s*$/u.test(text) ? Number(text) / perSecond : undefined
}

function untilDate(text: string | undefined, now: Date): number | undefined {
  // Three forms of dates are allowed, all with a weekday; Date.parse alone would take "1e3" or "2".
  if (text === undefined || !/^\s*[A-Z][a-z]+,?\s/u.test(text)) return undefined
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : Math.max(0, (at - now.getTime()) / 1000)
}
