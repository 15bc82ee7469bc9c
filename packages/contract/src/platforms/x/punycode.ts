/** RFC 3492, section 5. */
const BASE = 36
const T_MIN = 1
const T_MAX = 26
const SKEW = 38
const DAMP = 700
const INITIAL_BIAS = 72
const INITIAL_N = 128

const PREFIX = 'xn--'
const PRINTABLE_ASCII = /^[ -~]*$/

/**
 * How long a label is in ASCII: https://www.rfc-editor.org/rfc/rfc3492.
 *
 * The time grows with the square of the label's length: one that is longer than a label may be is not to be given.
 */
export function measureInAscii(label: string): number {
  if (PRINTABLE_ASCII.test(label)) return label.length
  const codePoints = Array.from(label, (character) => character.codePointAt(0) ?? 0)
  const basic = codePoints.filter((codePoint) => codePoint < INITIAL_N).length
  let length = PREFIX.length + basic + (basic > 0 ? 1 : 0)
  let delta = 0
  let bias = INITIAL_BIAS
  let handled = basic
  let last = INITIAL_N - 1
  for (const codePoint of [...new Set(codePoints)].toSorted((a, b) => a - b)) {
    if (codePoint < INITIAL_N) continue
    delta += (codePoint - last - 1) * (handled + 1)
    for (const other of codePoints) {
      if (other < codePoint) delta += 1
      if (other !== codePoint) continue
      length += countDigits(delta, bias)
      bias = adapt(delta, handled + 1, handled === basic)
      delta = 0
      handled += 1
    }
    delta += 1
    last = codePoint
  }
  return length
}

function countDigits(delta: number, bias: number): number {
  let count = 1
  let rest = delta
  for (let k = BASE; ; k += BASE) {
    const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias))
    if (rest < threshold) return count
    rest = Math.floor((rest - threshold) / (BASE - threshold))
    count += 1
  }
}

function adapt(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2))
  rest += Math.floor(rest / count)
  let k = 0
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN))
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW))
}
