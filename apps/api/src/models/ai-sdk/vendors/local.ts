import type { LocalModels } from '../local/index.ts'
import type { VendorAdapter } from './vendor.ts'

/** Models in a process of this server: no address, no key, no pictures. */
export function localVendor(models: LocalModels): VendorAdapter {
  return {
    differs: false,
    isTextOnly: true,
    async open({ name }) {
      const { createLocalLanguageModel } = await import('../local/local-language-model.ts')
      return createLocalLanguageModel(name, models)
    },
  }
}
