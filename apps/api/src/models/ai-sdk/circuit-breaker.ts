import type { TextModel } from '#models/port.ts'
import type { Clock } from '#shared/clock.ts'

/**
 * How long a model that was down is asked last: a server that hangs takes two minutes of every generation before the next
 * model takes over. Short, since a server that was restarted should soon be back in use.
 */
const COOL_DOWN_SECONDS = 60

/**
 * Remembers which models were down. When a cool-down is over, one brief tries the model and the others go on without it,
 * so that a server that still hangs delays one of them and not all.
 */
export function createCircuitBreaker(clock: Clock) {
  const openUntil = new Map<TextModel, number>()
  const open = (model: TextModel) => openUntil.set(model, clock.now().getTime() + COOL_DOWN_SECONDS * 1000)
  const isOpen = (model: TextModel, now: number) => (openUntil.get(model) ?? 0) > now
  return {
    /** The order in which one brief asks the models: those in their cool-down come last. */
    order(models: readonly TextModel[]): readonly TextModel[] {
      const now = clock.now().getTime()
      return models.toSorted((a, b) => Number(isOpen(a, now)) - Number(isOpen(b, now)))
    },
    /** Call before a model is asked: the first to ask after a cool-down is the one that tries it. */
    willAsk(model: TextModel): void {
      if (openUntil.has(model)) open(model)
    },
    recordDown: open,
    recordAnswer: (model: TextModel) => openUntil.delete(model),
  }
}
