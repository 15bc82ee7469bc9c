import type { Brief, ModelFailure, TextModel, WriteOptions } from '#models/port.ts'
import { ModelError } from '#models/port.ts'
import type { Clock } from '#shared/clock.ts'
import { systemClock } from '#shared/clock.ts'
import type { Platform } from '@powerpost/contract'
import { PLATFORM_OF_POST_TYPE } from '@powerpost/contract'
import { createCircuitBreaker } from './circuit-breaker.ts'

/**
 * Whether the next model is asked after a failure.
 *
 * A model that broke, is busy, is set up wrongly or writes nothing usable did not do its work: another may. One that
 * refused did answer; asking around until somebody agrees is not what a list of spare models is for.
 */
const NEXT_TAKES_OVER: Record<ModelFailure, boolean> = {
  busy: true,
  down: true,
  silent: true,
  no_such_model: true,
  no_credit: true,
  misconfigured: true,
  too_long: true,
  unusable: true,
  refused: false,
}

/** It is asked last for a while: to find out again that it does not answer costs the time of a generation. */
const WAS_DOWN: ReadonlySet<ModelFailure> = new Set(['down', 'silent'])

export interface FallbackTextModel extends TextModel {
  /** The models that wrote a brief's captions, as `write` was given it: `a`, or `a, b` when `b` finished what `a` began. */
  writerOf(brief: Brief): string | undefined
}

interface FallbackOptions {
  /** Told, in one line, when the next model takes over. */
  readonly onNotice?: ((notice: string) => void) | undefined
  /** @default the system's */
  readonly clock?: Clock | undefined
}

/**
 * One model made of several: the next takes over when one fails, for the platforms that are still missing. One that was
 * down is asked last for a while.
 *
 * Its name lists them all, since one object writes several briefs at a time; `writerOf` tells who wrote one.
 */
export function createFallbackTextModel(
  models: readonly [TextModel, ...TextModel[]],
  { onNotice, clock = systemClock }: FallbackOptions = {},
): FallbackTextModel {
  const breaker = createCircuitBreaker(clock)
  const writers = new WeakMap<Brief, readonly string[]>()
  return {
    name: models.map(({ name }) => name).join(', '),
    builtIn: models.every(({ builtIn }) => builtIn),
    choices: models,
    writerOf: (brief) => writers.get(brief)?.join(', '),
    async *write(brief, options) {
      writers.set(brief, [])
      const missing = new Set(brief.platforms)
      const failures: ModelError[] = []
      const inOrder = breaker.order(models)
      for (const [index, model] of inOrder.entries()) {
        breaker.willAsk(model)
        const shown = holdBack(options.onShown)
        try {
          for await (const caption of model.write(withoutOthers(brief, missing), {
            ...options,
            onShown: shown.onShown,
          })) {
            shown.release()
            breaker.recordAnswer(model)
            missing.delete(caption.platform)
            writers.set(brief, [...new Set([...(writers.get(brief) ?? []), model.name])])
            yield caption
          }
          return
        } catch (error) {
          options.signal.throwIfAborted()
          if (!(error instanceof ModelError) || !NEXT_TAKES_OVER[error.failure]) throw error
          if (WAS_DOWN.has(error.failure)) breaker.recordDown(model)
          else breaker.recordAnswer(model)
          failures.push(error)
          if (missing.size === 0) return
          const next = inOrder[index + 1]
          if (next) onNotice?.(`${next.name} takes over: ${error.message}`)
        }
      }
      throw combineFailures(failures)
    },
  }
}

/** What a model was shown is reported when it writes something: one that looked and wrote nothing is not who wrote. */
function holdBack(tell: WriteOptions['onShown']) {
  const held: (readonly number[])[] = []
  let isHeld = true
  return {
    onShown(places: readonly number[]): void {
      if (isHeld) held.push(places)
      else tell?.(places)
    },
    release(): void {
      isHeld = false
      for (const places of held.splice(0)) tell?.(places)
    },
  }
}

function withoutOthers(brief: Brief, missing: ReadonlySet<Platform>): Brief {
  if (missing.size === brief.platforms.length) return brief
  return {
    ...brief,
    platforms: brief.platforms.filter((platform) => missing.has(platform)),
    postTypes: brief.postTypes.filter((postType) => missing.has(PLATFORM_OF_POST_TYPE[postType])),
  }
}

/** When none could write: the failure that passes soonest decides when the whole is tried again. */
const SOONEST_FIRST: readonly ModelFailure[] = [
  'down',
  'silent',
  'busy',
  'unusable',
  'too_long',
  'no_credit',
  'no_such_model',
  'misconfigured',
  'refused',
]

function combineFailures(failures: readonly ModelError[]): ModelError {
  const [only, ...others] = failures
  if (only && others.length === 0) return only
  const message = failures.map((failure) => failure.message).join(' ')
  const failure = SOONEST_FIRST.find((kind) => failures.some((error) => error.failure === kind)) ?? 'down'
  const waits = failures.flatMap(({ retryAfterSeconds }) => retryAfterSeconds ?? [])
  const canWait = failure === 'busy' && waits.length > 0
  return new ModelError(failure, message, {
    cause: new AggregateError(failures, 'Every model failed'),
    ...(canWait && { retryAfterSeconds: Math.min(...waits) }),
  })
}
