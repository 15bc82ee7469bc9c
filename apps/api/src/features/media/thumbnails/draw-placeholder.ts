import type { MediaType } from '@powerpost/contract'

/** Pixels of the longer side, and of the shorter one. */
const LONG = 480
const SHORT = 270

interface Shape {
  readonly width: number
  readonly height: number
}

/** Around the middle, which is at 0 0. */
const SIGNS: Record<MediaType, string> = {
  image: `<rect x="-60" y="-45" width="120" height="90" rx="9" fill="#ffffff" stroke="#c3c7d4" stroke-width="2" />
    <circle cx="-28" cy="-17" r="9" fill="#9ba0b4" />
    <path d="M-50 35 -18 3 0 19 24 -9 50 23V35Z" fill="#6b7180" stroke="#6b7180" stroke-width="4" stroke-linejoin="round" />`,
  video: `<circle r="45" fill="#ffffff" stroke="#c3c7d4" stroke-width="2" />
    <path d="M-14 -24V24L26 0Z" fill="#6b7180" stroke="#6b7180" stroke-width="6" stroke-linejoin="round" />`,
  document: `<rect x="-40" y="-55" width="80" height="110" rx="7" fill="#ffffff" stroke="#c3c7d4" stroke-width="2" />
    <path d="M-24 -30H24M-24 -8H24M-24 14H24M-24 36H4" stroke="#6b7180" stroke-width="6" stroke-linecap="round" />`,
}

const drawn = new Map<string, Promise<Buffer>>()

/** What is shown of a medium that cannot be shown: a JPEG, lying or standing as the medium does. Drawn once for each shape. */
export function drawPlaceholder(type: MediaType, medium: Shape): Promise<Buffer> {
  const shape = shapeOf(medium)
  const name = `${type} ${shape.width} ${shape.height}`
  const placeholder = drawn.get(name) ?? draw(type, shape)
  drawn.set(name, placeholder)
  return placeholder
}

function shapeOf({ width, height }: Shape): Shape {
  if (width === height) return { width: LONG, height: LONG }
  return width > height ? { width: LONG, height: SHORT } : { width: SHORT, height: LONG }
}

async function draw(type: MediaType, { width, height }: Shape): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  return sharp(Buffer.from(svgOf(type, { width, height })))
    .jpeg({ quality: 85 })
    .toBuffer()
}

function svgOf(type: MediaType, { width, height }: Shape): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs>
      <linearGradient id="ground" x1="0" y1="0" x2="1" y2="1">
        <stop offset="0" stop-color="#f0f1f4" />
        <stop offset="1" stop-color="#dadde6" />
      </linearGradient>
    </defs>
    <rect width="${width}" height="${height}" fill="url(#ground)" />
    <g transform="translate(${width / 2} ${height / 2})">${SIGNS[type]}</g>
  </svg>`
}
