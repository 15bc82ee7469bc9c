/** Who is asked over the network: a vendor by its own wire format, or any server that speaks OpenAI's. */
export const VENDOR_NAMES = ['openai', 'anthropic', 'google', 'openai-compatible'] as const

export type Vendor = (typeof VENDOR_NAMES)[number]

/** Where a model runs: `local` is a process of this server. */
const HOST_NAMES = [...VENDOR_NAMES, 'local'] as const

/** One model, as a setting names it. */
export interface ModelSpec {
  readonly vendor: (typeof HOST_NAMES)[number]
  /** As the vendor names it; may hold colons and slashes. */
  readonly name: string
  /** `vendor:name`. */
  readonly text: string
}

/** A setting that names models cannot be used. The message is one line that says what to write. */
export class ModelSpecError extends Error {
  override readonly name = 'ModelSpecError'
}

const FORMS = `${HOST_NAMES.map((vendor) => `${vendor}:NAME`)
  .join(', ')
  .replace(/, ([^,]*)$/u, ' or $1')}`

/**
 * Reads a list of models, the first choice first: `anthropic:claude-x,openai-compatible:qwen2.5:7b`.
 *
 * @throws ModelSpecError for a vendor that is not known, a missing name, an empty or a repeated entry.
 */
export function parseModelSpec(text: string): readonly [ModelSpec, ...ModelSpec[]] {
  const [first, ...others] = text.split(',').map((entry) => parseOne(entry.trim()))
  if (!first) throw new ModelSpecError(`No model is named. Use ${FORMS}.`)
  const specs: [ModelSpec, ...ModelSpec[]] = [first, ...others]
  const repeated = specs.find((spec, index) => specs.findIndex((other) => other.text === spec.text) < index)
  if (repeated) throw new ModelSpecError(`The model ${repeated.text} is named twice.`)
  return specs
}

function parseOne(entry: string): ModelSpec {
  if (entry === '') throw new ModelSpecError(`A model is missing in the list. Use ${FORMS}.`)
  const colon = entry.indexOf(':')
  const given = colon === -1 ? entry : entry.slice(0, colon).trim()
  const vendor = HOST_NAMES.find((known) => known === given.toLowerCase())
  if (!vendor) throw new ModelSpecError(`"${shown(given)}" is no vendor PowerPost knows. Use ${FORMS}.`)
  const name = colon === -1 ? '' : entry.slice(colon + 1).trim()
  if (name === '') throw new ModelSpecError(`The name of the model is missing: write ${vendor}:NAME.`)
  if (!/^[\x21-\x7e]{1,200}$/u.test(name)) {
    throw new ModelSpecError(`The name of the ${vendor} model contains characters that no model name has.`)
  }
  return { vendor, name, text: `${vendor}:${name}` }
}

// A key pasted into the wrong setting must not be repeated on the screen.
function shown(given: string): string {
  return /^[a-z0-9 _-]{1,24}$/iu.test(given) && !/^sk-/iu.test(given) ? given : '…'
}
