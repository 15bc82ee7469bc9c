/** A colour as `#rrggbb`. */
export type Hex = `#${string}`

/** Red, green and blue, 0 to 1, in light (linear), not in signal. */
export type Light = readonly [number, number, number]

export function isHex(text: string): text is Hex {
  return /^#[0-9a-f]{6}$/iu.test(text)
}

export function lightOf(colour: Hex): Light {
  const channel = (from: number) => {
    const signal = Number.parseInt(colour.slice(from, from + 2), 16) / 255
    return signal <= 0.04045 ? signal / 12.92 : ((signal + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

export function hexOf(light: Light): Hex {
  const digits = light.map((value) => {
    const clamped = Math.min(Math.max(value, 0), 1)
    const signal = clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * clamped ** (1 / 2.4) - 0.055
    return Math.round(signal * 255)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${digits.join('')}`
}
