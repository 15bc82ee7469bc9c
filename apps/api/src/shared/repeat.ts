import type { Logger } from './logger.ts'

interface RepeatOptions {
  /** What is done, for the log. */
  readonly name: string
  readonly everyMs: number
  readonly work: () => Promise<unknown>
  readonly logger: Logger
}

/** Does something now and again, from now on. What fails is logged and done again in its time. Answers how to stop. */
export function repeat({ name, everyMs, work, logger }: RepeatOptions): () => void {
  const run = () => {
    work().catch((err: unknown) => logger.warn({ err }, name))
  }
  run()
  const timer = setInterval(run, everyMs).unref()
  return () => clearInterval(timer)
}
