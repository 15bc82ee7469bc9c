import type { TextModel } from '#models/port.ts'
import type { Clock } from '#shared/clock.ts'

/**
 * How long a model that was down is asked only when no other could write: a server that hangs takes two minutes of every
 * generation before the next model takes over. Short, since a server that was started anew should soon be back in use.
 */
const REST_SECONDS = 60

/**
 * Remembers which models were down (a circuit breaker). When a rest is over, one brief tries the model and the others go
 * on without, so that a server that still hangs holds up one of them and not all.
 */
export function createRest(clock: Clock) {
  const restsUntil = new Map<TextModel, number>()
  const restAnew = (model: TextModel) => restsUntil.set(model, clock.now().getTime() + REST_SECONDS * 1000)
  const isResting = (model: TextModel, now: number) => (restsUntil.get(model) ?? 0) > now
  return {
    /** The order in which one brief asks: those that rest come last. */
    order(models: readonly TextModel[]): readonly TextModel[] {
      const now = clock.now().getTime()
      return models.toSorted((a, b) => Number(isResting(a, now)) - Number(isResting(b, now)))
    },
    /** A brief is about to ask. Whoever asks a model whose rest is over is the one that tries it. */
    asks(model: TextModel): void {
      if (restsUntil.has(model)) restAnew(model)
    },
    wasDown: restAnew,
    answered: (model: TextModel) => restsUntil.delete(model),
  }
}
