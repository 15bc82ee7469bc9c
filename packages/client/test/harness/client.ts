import { afterEach } from 'vitest'
import { resolveOptions } from '../../src/core/config.ts'
import type { ClientOptions } from '../../src/core/options.ts'
import type { Runtime } from '../../src/core/runtime.ts'
import { Resources } from '../../src/core/resources.ts'
import { HttpTransport } from '../../src/core/transport.ts'
import type { API } from '../../src/generated/resources.ts'
import type { TestRuntime } from './runtime.ts'
import { createRuntime, TIMEOUT } from './runtime.ts'
import type { Behaviour, TestServer } from './server.ts'
import { startServer } from './server.ts'

/** The client's resources over a clock that a test holds. */
class TestClient extends Resources {
  constructor(options: ClientOptions, runtime: Runtime) {
    super(new HttpTransport(resolveOptions(options), runtime))
  }
}

export const API_KEY = 'pp_live_sk_test'
export const WORKSPACE_ID = '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b'

const servers: TestServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()))
})

export interface Setup {
  readonly server: TestServer
  readonly runtime: TestRuntime
  readonly client: API
}

/** A client of a server that behaves as scripted, ended with the test. */
export async function setUp(
  behaviours: readonly [Behaviour, ...Behaviour[]],
  { runtime = createRuntime(), ...options }: ClientOptions & { readonly runtime?: TestRuntime } = {},
): Promise<Setup> {
  const server = await startServer(...behaviours)
  servers.push(server)
  const defaults = { apiKey: API_KEY, workspaceId: WORKSPACE_ID, baseUrl: server.url, timeout: TIMEOUT }
  return { server, runtime, client: new TestClient({ ...defaults, ...options }, runtime) }
}

/** What a promise was rejected with. */
export async function rejection(promise: PromiseLike<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('It was not rejected.')
}
