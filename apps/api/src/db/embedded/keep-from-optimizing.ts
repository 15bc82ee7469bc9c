import { setFlagsFromString } from 'node:v8'

const ONLY_BASELINE = ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering']
const AS_BEFORE = ['--no-liftoff-only', '--wasm-tier-up', '--wasm-dynamic-tiering']

/**
 * Keeps V8 from compiling WebAssembly a second time, optimized, where its compilation begins before the answer is called.
 *
 * For the embedded database that took 500 MiB and 3.5 s of CPU at every start, and gained a fifth on long scans and nothing
 * on short statements. The flags are the process's own: what is compiled later, such as the fonts of pictures, is optimized.
 */
export function keepFromOptimizing(): () => void {
  for (const flag of ONLY_BASELINE) setFlagsFromString(flag)
  return () => {
    for (const flag of AS_BEFORE) setFlagsFromString(flag)
  }
}
