/**
 * What a page's token is renewed by: which page, and the token of the person. Facebook has no refresh tokens; this one is made
 * here, and stored as sealed as any.
 */
export function makeRefreshToken(pageId: string, userToken: string): string {
  return `${pageId}:${userToken}`
}

export function readRefreshToken(refreshToken: string): { readonly pageId: string; readonly userToken: string } {
  const end = refreshToken.indexOf(':')
  return { pageId: refreshToken.slice(0, Math.max(0, end)), userToken: refreshToken.slice(end + 1) }
}
