/** Colours as a person would call them: name, and its place in sRGB. More than one place may bear a name. */
const COLOURS: readonly (readonly [name: string, red: number, green: number, blue: number])[] = [
  ['white', 255, 255, 255],
  ['white', 245, 245, 242],
  ['light grey', 208, 208, 208],
  ['grey', 136, 136, 136],
  ['dark grey', 68, 68, 68],
  ['black', 0, 0, 0],
  ['black', 22, 22, 24],
  ['cream', 250, 240, 215],
  ['beige', 222, 200, 165],
  ['tan', 196, 158, 110],
  ['brown', 125, 78, 40],
  ['dark brown', 66, 42, 26],
  ['brown', 96, 66, 54],
  ['red', 222, 36, 36],
  ['red', 255, 0, 0],
  ['dark red', 128, 16, 24],
  ['coral', 250, 120, 95],
  ['orange', 255, 140, 20],
  ['gold', 205, 165, 45],
  ['yellow', 250, 220, 40],
  ['yellow', 255, 255, 0],
  ['olive', 118, 118, 40],
  ['lime green', 150, 215, 50],
  ['green', 50, 160, 65],
  ['green', 0, 255, 0],
  ['forest green', 30, 86, 45],
  ['mint', 170, 230, 200],
  ['teal', 20, 125, 125],
  ['turquoise', 60, 205, 200],
  ['sky blue', 130, 195, 240],
  ['blue', 35, 100, 220],
  ['blue', 0, 0, 255],
  ['blue', 75, 135, 190],
  ['deep blue', 20, 50, 130],
  ['navy', 14, 24, 62],
  ['lavender', 190, 170, 230],
  ['purple', 120, 50, 165],
  ['magenta', 210, 35, 145],
  ['pink', 245, 165, 195],
]

type Lab = readonly [lightness: number, a: number, b: number]

/** Three names are as many as say something; a colour on less than an eighth of the picture says nothing of it. */
const MAX_NAMES = 3
const MIN_SHARE = 1 / 8
/** People name a colour by its hue before its lightness: a dark brown is brown rather than dark grey. */
const HUE_WEIGHT = 3
/** A pixel more see-through than this is not seen. Of 255. */
const MIN_ALPHA = 128

const TABLE: readonly (readonly [string, Lab])[] = COLOURS.map(([name, r, g, b]) => [name, toOklab(r, g, b)])

/**
 * The colours that fill most of a picture, most first; the same for the same pixels on every machine.
 *
 * @param pixels RGBA, 8 bits each
 * @returns up to three names; none when nothing of it is visible
 */
export function nameColours(pixels: Uint8Array): string[] {
  const counts = new Map<string, number>()
  let seen = 0
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4)
    if (alpha < MIN_ALPHA) continue
    const name = nearestName(toOklab(red, green, blue))
    counts.set(name, (counts.get(name) ?? 0) + 1)
    seen += 1
  }
  const byCount = [...counts].toSorted(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1))
  return byCount
    .filter(([, count], rank) => rank === 0 || count >= seen * MIN_SHARE)
    .slice(0, MAX_NAMES)
    .map(([name]) => name)
}

function nearestName([lightness, a, b]: Lab): string {
  let nearest = ''
  let least = Infinity
  for (const [name, place] of TABLE) {
    const distance = (lightness - place[0]) ** 2 + HUE_WEIGHT * ((a - place[1]) ** 2 + (b - place[2]) ** 2)
    if (distance < least) [nearest, least] = [name, distance]
  }
  return nearest
}

/** sRGB to OKLab, where equal distances look equally different: https://bottosson.github.io/posts/oklab/ */
function toOklab(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function toLinear(channel: number): number {
  const value = channel / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
