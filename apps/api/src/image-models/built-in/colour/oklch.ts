import { hexOf, lightOf } from './hex.ts'
import type { Hex, Light } from './hex.ts'

/** A colour as the eye sorts it: lightness 0 to 1, chroma 0 to about 0.37, hue in degrees. https://bottosson.github.io/posts/oklab */
export interface Oklch {
  readonly l: number
  readonly c: number
  readonly h: number
}

export function oklchOf(colour: Hex): Oklch {
  const [r, g, b] = lightOf(colour)
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const middle = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const l = 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short
  const x = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short
  const y = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short
  return { l, c: Math.hypot(x, y), h: ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360 }
}

/** The colour on a screen; where a screen cannot show so much chroma, with as much as it can. */
export function hexOfOklch({ l, c, h }: Oklch): Hex {
  let chroma = c
  while (chroma > 0.002 && !isShown(toLight(l, chroma, h))) chroma *= 0.94
  return hexOf(toLight(l, chroma, h))
}

function toLight(l: number, c: number, h: number): Light {
  const x = c * Math.cos((h * Math.PI) / 180)
  const y = c * Math.sin((h * Math.PI) / 180)
  const long = (l + 0.3963377774 * x + 0.2158037573 * y) ** 3
  const middle = (l - 0.1055613458 * x - 0.0638541728 * y) ** 3
  const short = (l - 0.0894841775 * x - 1.291485548 * y) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ]
}

function isShown(light: Light): boolean {
  return light.every((value) => value >= -0.0005 && value <= 1.0005)
}
