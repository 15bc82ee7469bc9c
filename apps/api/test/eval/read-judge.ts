import { readConfig } from '#config/index.ts'
import type { EngineOptions } from '#models/ai-sdk/engine.ts'
import { parseModelSpec } from '#models/ai-sdk/index.ts'

interface JudgeSettings {
  /** As in `POWERPOST_TEXT_MODEL`. */
  readonly spec: string
  /** Of its server; the writer's, where both are of one vendor. */
  readonly url: string | undefined
  /** The models that write. Absent: the built-in one. */
  readonly writer: { readonly models: string } | undefined
}

/**
 * What the judge is reached with. The key and the address of the settings are the writer's: only a judge of the same vendor, at the
 * same address, gets them.
 */
export function readJudge({ spec, url, writer }: JudgeSettings): EngineOptions {
  const [{ vendor }] = parseModelSpec(spec)
  const isWriters =
    url === undefined && writer !== undefined && parseModelSpec(writer.models).some((one) => one.vendor === vendor)
  const own = { POWERPOST_TEXT_BASE_URL: url ?? '', POWERPOST_TEXT_API_KEY: '' }
  const { textModel } = readConfig({ POWERPOST_TEXT_MODEL: spec, ...(!isWriters && own) })
  const ofVendor = vendor === 'local' || vendor === 'openai-compatible' ? undefined : textModel?.vendorKeys[vendor]
  return { spec, baseUrl: textModel?.baseUrl, apiKey: textModel?.apiKey ?? ofVendor }
}
