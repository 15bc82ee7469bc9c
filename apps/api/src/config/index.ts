import { existsSync } from 'node:fs'
import type { Config } from './load.ts'
import { loadConfig } from './load.ts'

export { ConfigError } from './load.ts'
export type { Config } from './load.ts'
export { settingsOf } from './platform-apps.ts'

/**
 * The configuration of this process. The only place that reads `process.env`.
 *
 * @param instead variables that count before those of the environment
 */
export function readConfig(instead: Readonly<Record<string, string>> = {}): Config {
  if (process.env['NODE_ENV'] !== 'production' && existsSync('.env')) process.loadEnvFile('.env')
  return loadConfig({ ...process.env, ...instead })
}
