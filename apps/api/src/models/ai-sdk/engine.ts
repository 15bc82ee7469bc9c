import { ModelError } from '#models/port.ts'
import type { Clock } from '#shared/clock.ts'
import { systemClock } from '#shared/clock.ts'
import type { LanguageModel } from 'ai'
import type { CallTimeouts } from './call/call-deadline.ts'
import type { Demands } from './call/concessions.ts'
import type { ErrorContext } from './failures/to-model-error.ts'
import type { LocalModels } from './local/index.ts'
import type { ModelSpec } from './spec.ts'
import { ModelSpecError, parseModelSpec } from './spec.ts'
import type { VendorAccess, VendorAdapter } from './vendors/index.ts'
import { VENDORS } from './vendors/index.ts'
import { localVendor } from './vendors/local.ts'

export interface EngineOptions {
  /** One of `openai:NAME`, `anthropic:NAME`, `google:NAME`, `openai-compatible:NAME` and `local:NAME`. */
  readonly spec: string
  /**
   * Where the vendor is reached; `openai-compatible` needs one.
   *
   * @default the vendor's own address; a `local` model has none
   */
  readonly baseUrl?: string | undefined
  /** All but `openai-compatible` and `local` need one. */
  readonly apiKey?: string | undefined
  /** What runs `local` models; they need it. */
  readonly localModels?: LocalModels | undefined
  /** Told, in one line each, what an operator may want to know: a server that takes no pictures, for one. */
  readonly onNotice?: ((notice: string) => void) | undefined
  /** @default the system's */
  readonly clock?: Clock | undefined
  /**
   * How long the vendor may say nothing, before its first word or between two.
   *
   * @default 120_000
   */
  readonly timeoutMs?: number | undefined
  /**
   * How long one call may take, however much is said.
   *
   * @default twice `timeoutMs`
   */
  readonly totalTimeoutMs?: number | undefined
  /**
   * How much of one answer is read.
   *
   * @default 10 MiB
   */
  readonly maxAnswerBytes?: number | undefined
}

const TIMEOUT_MS = 120_000
const MAX_ANSWER_BYTES = 10 * 1024 * 1024

/** A model that is ready to be asked, and what was learned of it. */
export interface Engine {
  readonly model: Exclude<LanguageModel, string>
  readonly adapter: VendorAdapter
  readonly access: VendorAccess
  readonly errorContext: ErrorContext
  readonly timeouts: CallTimeouts
  readonly clock: Clock
  readonly onNotice: (notice: string) => void
  /** Less after the server took a request only with less in it: the next is not tried with more again. */
  demands: Demands
}

/**
 * Reads the setting of one model, and opens it at the first call of `open`: nothing of the SDK is loaded before, which
 * takes about a second that no start should wait for.
 *
 * @throws ModelSpecError when the spec, the key or the address cannot be used.
 */
export function createEngine(options: EngineOptions): {
  readonly spec: ModelSpec
  readonly adapter: VendorAdapter
  open(): Promise<Engine>
} {
  const [spec, ...others] = parseModelSpec(options.spec)
  if (others.length > 0) throw new ModelSpecError(`One model is expected, and ${options.spec} names several.`)
  const adapter = adapterOf(spec, options)
  const access = spec.vendor === 'local' ? NO_ACCESS : checkAccess(spec, adapter, options)
  let engine: Promise<Engine> | undefined
  return {
    spec,
    adapter,
    open() {
      engine ??= openEngine(spec, adapter, access, options).catch((error: unknown) => {
        engine = undefined
        throw error
      })
      return engine
    },
  }
}

interface Access {
  readonly baseUrl: string
  readonly apiKey: string | undefined
}

const NO_ACCESS: Access = { baseUrl: '', apiKey: undefined }

function adapterOf({ vendor, name }: ModelSpec, { localModels }: EngineOptions): VendorAdapter {
  if (vendor !== 'local') return VENDORS[vendor]
  if (!localModels) throw new ModelSpecError('Local models cannot be used here.')
  localModels.check(name)
  return localVendor(localModels)
}

function checkAccess({ vendor }: ModelSpec, adapter: VendorAdapter, options: EngineOptions): Access {
  const { keyVariable, defaultBaseUrl } = adapter
  const apiKey = options.apiKey?.trim() || undefined
  const baseUrl = (options.baseUrl ?? defaultBaseUrl)?.replace(/\/+$/u, '')
  if (!baseUrl) throw new ModelSpecError(`${vendor} needs the address of its server: set ${ADDRESS_SETTING}.`)
  if (!URL.canParse(baseUrl)) throw new ModelSpecError(`${ADDRESS_SETTING} is no address.`)
  if (keyVariable !== undefined && apiKey === undefined) {
    throw new ModelSpecError(`${vendor} needs a key: set ${keyVariable} or ${KEY_SETTING}.`)
  }
  if (apiKey !== undefined && !/^[\x21-\x7e]+$/u.test(apiKey)) {
    throw new ModelSpecError(`The key of ${vendor} contains characters that no key has: check for blanks and quotes.`)
  }
  return { baseUrl, apiKey }
}

const ADDRESS_SETTING = 'POWERPOST_TEXT_BASE_URL'
const KEY_SETTING = 'POWERPOST_TEXT_API_KEY'

async function openEngine(
  spec: ModelSpec,
  adapter: VendorAdapter,
  access: Access,
  options: EngineOptions,
): Promise<Engine> {
  const { createBoundedFetch } = await import('./call/bounded-fetch.ts')
  const fetch = createBoundedFetch(options.maxAnswerBytes ?? MAX_ANSWER_BYTES)
  const vendorAccess = { name: spec.name, ...access, fetch }
  const model = await adapter.open(vendorAccess).catch((cause: unknown) => {
    throw new ModelError('misconfigured', `${spec.text} cannot be set up.`, { cause })
  })
  return {
    model,
    adapter,
    access: vendorAccess,
    errorContext: {
      name: spec.text,
      task: 'write about this',
      nameSetting: 'POWERPOST_TEXT_MODEL',
      keySetting: adapter.keyVariable === undefined ? KEY_SETTING : `${adapter.keyVariable} or ${KEY_SETTING}`,
      addressSetting: ADDRESS_SETTING,
      apiKey: access.apiKey,
    },
    timeouts: timeoutsOf(spec, options),
    clock: options.clock ?? systemClock,
    onNotice: options.onNotice ?? (() => undefined),
    demands: { form: 'schema', pictures: !adapter.isTextOnly, video: !adapter.isTextOnly },
  }
}

function timeoutsOf({ vendor }: ModelSpec, { timeoutMs = TIMEOUT_MS, totalTimeoutMs = timeoutMs * 2 }: EngineOptions) {
  // It says nothing while others have their turn, and while it reads a long request on a slow machine.
  return { silenceMs: vendor === 'local' ? totalTimeoutMs : timeoutMs, totalMs: totalTimeoutMs }
}
