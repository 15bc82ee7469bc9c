import type { ImageModelName } from '@powerpost/contract'
import { IMAGE_MODEL_NAMES } from '@powerpost/contract'

/** Who is asked for pictures. */
export const IMAGE_VENDOR_NAMES = ['openai', 'google', 'black-forest-labs', 'fal'] as const

export type ImageVendor = (typeof IMAGE_VENDOR_NAMES)[number]

/** Which vendor's model serves a documented one. */
export interface ImageModelSpec {
  readonly name: ImageModelName
  readonly vendor: ImageVendor
  /** As the vendor names it; may hold slashes. */
  readonly model: string
}

/** A setting that names image models cannot be used. The message is one line that says what to write. */
export class ImageModelSpecError extends Error {
  override readonly name = 'ImageModelSpecError'
}

/** Where a model is reached by default: what `NAME` alone, or a vendor alone, stands for. Looked up in November 2026. */
const DEFAULTS: Readonly<Record<ImageModelName, Omit<ImageModelSpec, 'name'>>> = {
  // https://docs.bfl.ai/flux_2/flux2_overview
  'flux2-flex': { vendor: 'black-forest-labs', model: 'flux-2-flex' },
  // https://fal.ai/models/fal-ai/ideogram/v3
  'ideogram-3': { vendor: 'fal', model: 'fal-ai/ideogram/v3' },
  // The preview went in June 2026, and what followed it is said to have ended in October: this is what the SDK knows.
  'nano-banana-2': { vendor: 'google', model: 'gemini-nano-banana-2.1' },
  'gpt-image-1.5': { vendor: 'openai', model: 'gpt-image-1.5' },
}

const FORMS =
  'Use NAME=VENDOR:MODEL, NAME or VENDOR with commas between, e.g. gpt-image-1.5=openai:gpt-image-1.5,nano-banana-2'

/**
 * Reads a list of models: `gpt-image-1.5=openai:gpt-image-1.5,flux2-flex,google`. A name alone is had where it is had by
 * default, and a vendor alone serves what is had of it by default.
 *
 * @throws ImageModelSpecError for a name or vendor that is not known, a missing or a repeated entry.
 */
export function parseImageModels(text: string): readonly ImageModelSpec[] {
  const specs = text.split(',').flatMap((entry) => parseEntry(entry.trim()))
  const repeated = specs.find(({ name }, index) => specs.findIndex((other) => other.name === name) < index)
  if (repeated) throw new ImageModelSpecError(`The model ${repeated.name} is named twice.`)
  return specs
}

function parseEntry(entry: string): readonly ImageModelSpec[] {
  if (entry === '') throw new ImageModelSpecError(`A model is missing in the list. ${FORMS}.`)
  const equals = entry.indexOf('=')
  if (equals === -1) return expand(entry)
  const given = entry.slice(0, equals).trim()
  const name = IMAGE_MODEL_NAMES.find((known) => known === given)
  if (!name) throw unknown(given, IMAGE_MODEL_NAMES, 'model')
  return [{ name, ...parseServer(name, entry.slice(equals + 1).trim()) }]
}

/** What a name alone, or a vendor alone, stands for. */
function expand(entry: string): readonly ImageModelSpec[] {
  const name = IMAGE_MODEL_NAMES.find((known) => known === entry)
  if (name) return [{ name, ...DEFAULTS[name] }]
  const vendor = IMAGE_VENDOR_NAMES.find((known) => known === entry)
  if (!vendor) throw unknown(entry, [...IMAGE_MODEL_NAMES, ...IMAGE_VENDOR_NAMES], 'model or vendor')
  return IMAGE_MODEL_NAMES.filter((known) => DEFAULTS[known].vendor === vendor).map((known) => ({
    name: known,
    ...DEFAULTS[known],
  }))
}

function parseServer(name: ImageModelName, server: string): Omit<ImageModelSpec, 'name'> {
  const colon = server.indexOf(':')
  const given = colon === -1 ? server : server.slice(0, colon).trim()
  const vendor = IMAGE_VENDOR_NAMES.find((known) => known === given)
  if (!vendor) throw unknown(given, IMAGE_VENDOR_NAMES, 'vendor')
  const model = colon === -1 ? '' : server.slice(colon + 1).trim()
  if (model === '' && DEFAULTS[name].vendor === vendor) return DEFAULTS[name]
  if (!/^[\x21-\x7e]{1,200}$/u.test(model)) {
    throw new ImageModelSpecError(
      `The model name that ${vendor} uses for ${name} is missing: write ${name}=${vendor}:MODEL.`,
    )
  }
  return { vendor, model }
}

function unknown(given: string, known: readonly string[], what: string): ImageModelSpecError {
  // A key pasted into the wrong setting must not be repeated on the screen.
  const shown = /^[a-z0-9. _-]{1,24}$/iu.test(given) && !/^sk-/iu.test(given) ? `"${given}"` : 'That'
  return new ImageModelSpecError(`${shown} is no ${what} PowerPost knows: ${known.join(', ')}. ${FORMS}.`)
}

/**
 * Reads where vendors are reached, if not at their own addresses: `openai=http://localhost:8080/v1,fal=https://proxy.example`.
 *
 * @throws ImageModelSpecError for a vendor that is not known, or what is no address.
 */
export function parseBaseUrls(text: string): Readonly<Partial<Record<ImageVendor, string>>> {
  const entries = text.split(',').map((entry): [ImageVendor, string] => {
    const equals = entry.indexOf('=')
    const given = entry.slice(0, Math.max(equals, 0)).trim()
    const vendor = IMAGE_VENDOR_NAMES.find((known) => known === given)
    if (!vendor) throw unknown(given, IMAGE_VENDOR_NAMES, 'vendor')
    const url = entry.slice(equals + 1).trim()
    if (!/^https?:\/\/[^/]/u.test(url) || !URL.canParse(url)) {
      throw new ImageModelSpecError(`The address of ${vendor} is none: write ${vendor}=https://HOST/PATH.`)
    }
    return [vendor, url.replace(/\/+$/u, '')]
  })
  return Object.fromEntries(entries)
}
