const API_KEY = /\bpp_(live|test)_sk_[A-Za-z0-9]+/g
const URL_PASSWORD = /(:\/\/[^\s:@/]*):[^\s@]*@/g

/** Takes what lets someone in out of a text that is about an error: keys, and passwords of addresses. */
export function redact(text: string, secrets: readonly (string | undefined)[] = []): string {
  const given = secrets.filter((secret) => secret !== undefined && secret.trim() !== '')
  const withoutGiven = given.reduce<string>((rest, secret) => rest.replaceAll(secret ?? '', '[redacted]'), text)
  return withoutGiven.replaceAll(API_KEY, 'pp_$1_sk_[redacted]').replaceAll(URL_PASSWORD, '$1:[redacted]@')
}
