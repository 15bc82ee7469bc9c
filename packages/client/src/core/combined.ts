import { JOB_ERRORS } from '../generated/job-errors.ts'
import type { Method, Resource } from './described.ts'
import type { Waitable, WaitOptions } from './poll.ts'
import { unlessFailed, waitFor } from './poll.ts'
import type { Runtime } from './runtime.ts'

/** A method that reads a job until it has ended: `get completed,failed Generation`. */
export function createWait(description: string, resource: Resource, runtime: Runtime): Method {
  const [name = '', ended = '', job = ''] = description.split(' ')
  return (...args) => {
    const read = () => (resource[name] as Method)(...args) as Promise<Waitable>
    const options = args.find((arg) => typeof arg !== 'string') as WaitOptions<Waitable> | undefined
    return waitFor({ runtime, ended: ended.split(','), Failure: JOB_ERRORS[job], read }, options)
  }
}

interface Start {
  readonly resource: Resource
  readonly method: Method
  /** The place of its options. */
  readonly optionsAt: number
  /** The resource of what it starts, the field of its answer that is the id, and the part of it that fails by itself. */
  readonly description: string
}

/** Methods that start a job, and wait for it or stream it. */
export function createFollowing({
  resource,
  method,
  optionsAt,
  description,
}: Start): Readonly<Record<'AndWait' | 'AndStream', Method>> {
  const [path, field = '', part, job = ''] = description.split(',')
  const target = () => (path ? resource[path] : resource) as Readonly<Record<'waitFor' | 'stream', Method>>
  const start = async (args: unknown[]) => {
    const started = (await method(...args)) as Readonly<Record<string, unknown>>
    return [started[field], args[optionsAt]]
  }
  return {
    async AndWait(...args) {
      const ended = (await target().waitFor(...(await start(args)))) as Readonly<Record<string, Waitable>>
      return part ? unlessFailed(ended, ended[part], JOB_ERRORS[job]) : ended
    },
    async *AndStream(...args) {
      yield* target().stream(...(await start(args))) as AsyncIterable<unknown>
    },
  }
}
