import { statSync } from 'node:fs'
import { totalmem } from 'node:os'
import { ModelError } from '#models/port.ts'
import { limitParallel } from '#shared/limit-parallel.ts'
import type { StartTimer } from '#shared/timer.ts'
import { startSystemTimer } from '#shared/timer.ts'
import { ModelSpecError } from '../spec.ts'
import type { AskOptions, LocalAnswer, LocalProcess, LocalQuestion } from './local-process.ts'
import { LocalProcessError, startLocalProcess } from './local-process.ts'
import { findModelFile, isGguf, isModelName } from './model-files.ts'
import { findPackage, INSTALL_COMMAND } from './runtime.ts'
import { toLocalError } from './to-local-error.ts'

/** The models that run in a process of this server: one process, one model and one question at a time. */
export interface LocalModels {
  /** @throws ModelSpecError when a model of this name can never be asked, or not before something is installed */
  check(name: string): void
  /**
   * Asks a model, once its turn has come. A process that died is started again.
   *
   * @throws ModelError, or the signal's reason
   */
  ask(name: string, question: LocalQuestion, options: AskOptions): Promise<LocalAnswer>
  /** Ends the process. */
  close(): void
}

interface LocalModelsOptions {
  /** Where the models are, and what runs them. */
  readonly directory: string
  /** Milliseconds without a question, after which the process ends: its memory is the model's. @default five minutes */
  readonly idleMs?: number
  /** Questions that wait for their turn; one more is refused. @default 8 */
  readonly maxWaiting?: number
  /** Bytes of memory that there may be for a model. @default the machine's, or the container's */
  readonly memoryBytes?: number
  /** Milliseconds that the process has to stop before it is killed. @default 5000 */
  readonly stopGraceMs?: number
  readonly startTimer?: StartTimer
}

const IDLE_MS = 5 * 60_000
const MAX_WAITING = 8
/** When the next may come, in seconds: one answer takes about as long on a small machine. */
const RETRY_AFTER_SECONDS = 30

export function createLocalModels({
  directory,
  idleMs = IDLE_MS,
  maxWaiting = MAX_WAITING,
  memoryBytes = memoryOfMachine(),
  stopGraceMs,
  startTimer = startSystemTimer,
}: LocalModelsOptions): LocalModels {
  const inTurn = limitParallel(1)
  let asked = 0
  let running: { readonly path: string; readonly process: LocalProcess } | undefined
  let stopIdling = () => {}

  /** The process of a model, started unless it runs. */
  function processOf(name: string): LocalProcess {
    const path = locate(name)
    if (running && (running.path !== path || running.process.isDead())) {
      running.process.kill()
      running = undefined
    }
    running ??= { path, process: startLocalProcess([packageOf(name), path], { stopGraceMs }) }
    return running.process
  }

  function locate(name: string): string {
    const path = findModelFile(directory, name)
    if (path === undefined) {
      const message = `local:${name} was not found: put ${name.endsWith('.gguf') ? name : `${name}.gguf`} into ${directory}.`
      throw new ModelError('no_such_model', message)
    }
    if (!isGguf(path)) {
      throw new ModelError('misconfigured', `local:${name} is no GGUF file: download the model again, in this format.`)
    }
    if (statSync(path).size > memoryBytes)
      throw toLocalError(name, new LocalProcessError('no_memory', 'too large a file'))
    return path
  }

  function packageOf(name: string): string {
    const found = findPackage(directory)
    if (found !== undefined) return found
    throw new ModelError('misconfigured', `local:${name} needs what runs models: install it by "${INSTALL_COMMAND}".`)
  }

  function close(): void {
    stopIdling()
    running?.process.kill()
    running = undefined
  }

  return {
    check(name) {
      if (!isModelName(name)) {
        throw new ModelSpecError(
          `local:${name} is no name of a file in ${directory}: write it without "..", from there.`,
        )
      }
      try {
        locate(name)
        packageOf(name)
      } catch (error) {
        throw error instanceof ModelError ? new ModelSpecError(error.message) : error
      }
    },
    async ask(name, question, options) {
      if (asked > maxWaiting) {
        const message = `local:${name} has ${maxWaiting} questions waiting: name a second model in POWERPOST_TEXT_MODEL, or a smaller one.`
        throw new ModelError('busy', message, { retryAfterSeconds: RETRY_AFTER_SECONDS })
      }
      asked += 1
      try {
        return await inTurn(async () => {
          stopIdling()
          try {
            return await processOf(name).ask(question, options)
          } finally {
            stopIdling = startTimer(idleMs, close)
          }
        }, options.signal)
      } catch (error) {
        options.signal.throwIfAborted()
        throw error instanceof LocalProcessError ? toLocalError(name, error) : error
      } finally {
        asked -= 1
      }
    },
    close,
  }
}

/** 0 or an absurd number where a container has no limit of its own. */
function memoryOfMachine(): number {
  const constrained = process.constrainedMemory()
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem()
}
