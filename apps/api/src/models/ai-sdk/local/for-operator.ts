// What the operator's commands use of local models. It loads neither the SDK nor a model.

export { LocalProcessError, startLocalProcess } from './local-process.ts'
export { listModelFiles } from './model-files.ts'
export { findPackage, RUNTIME_FILES, RUNTIME_SOURCE, runtimeOf, runtimesOf } from './runtime.ts'
