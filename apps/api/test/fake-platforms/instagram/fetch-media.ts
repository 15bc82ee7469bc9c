const TYPES = { image: /^image\/jpeg$/, video: /^video\/(?:mp4|quicktime)$/ } as const
const LARGEST_PICTURE = 8 * 1024 * 1024

/** Fetches media as Instagram does. Answers the subcode of why it could not be used. */
export type FetchMedia = (address: string, type: 'image' | 'video') => Promise<number | undefined>

/** Fetches from the given address, and reads all of it. */
export const fetchForReal: FetchMedia = async (address, type) => {
  let response: Response
  let bytes: ArrayBuffer
  try {
    response = await fetch(address, { headers: { 'user-agent': 'facebookexternalhit/1.1' }, redirect: 'error' })
    bytes = await response.arrayBuffer()
  } catch {
    return 2207052
  }
  if (response.status !== 200) return 2207052
  const isKind = TYPES[type].test(response.headers.get('content-type') ?? '')
  if (type === 'video') return isKind ? undefined : 2207026
  if (!isKind) return 2207005
  return bytes.byteLength > LARGEST_PICTURE ? 2207004 : undefined
}

/** For tests in which nothing is served: every address has what it should have. */
export const fetchNothing: FetchMedia = async () => undefined
