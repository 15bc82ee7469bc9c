/** Pixels along a side of the copy that is counted. */
const SAMPLE_SIZE = 48
/** Shades of one channel that count as one. */
const BUCKET = 32
const MOST_COLOURS = 5

interface Bucket {
  count: number
  red: number
  green: number
  blue: number
}

/**
 * The colours that fill most of a picture, most first, as `#rrggbb`.
 *
 * @param jpeg one that we made ourselves: it is decoded in this process
 */
export async function findColours(jpeg: Uint8Array): Promise<string[]> {
  const { default: sharp } = await import('sharp')
  const pixels = await sharp(jpeg)
    .resize(SAMPLE_SIZE, SAMPLE_SIZE, { fit: 'fill' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer()
  const buckets = new Map<string, Bucket>()
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3)
    const name = [red, green, blue].map((shade) => Math.floor(shade / BUCKET)).join()
    const bucket = buckets.get(name) ?? { count: 0, red: 0, green: 0, blue: 0 }
    bucket.count += 1
    bucket.red += red
    bucket.green += green
    bucket.blue += blue
    buckets.set(name, bucket)
  }
  return [...buckets.values()]
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_COLOURS)
    .map(({ count, red, green, blue }) => `#${[red, green, blue].map((sum) => toHex(sum / count)).join('')}`)
}

function toHex(shade: number): string {
  return Math.round(shade).toString(16).padStart(2, '0')
}
