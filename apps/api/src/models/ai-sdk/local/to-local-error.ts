import { ModelError } from '#models/port.ts'
import type { LocalProcessError } from './local-process.ts'
import { INSTALL_COMMAND } from './runtime.ts'

/** Says why a local model gave no answer, with what its operator can do; what the process said is the cause, for the log. */
export function toLocalError(name: string, cause: LocalProcessError): ModelError {
  const model = `local:${name}`
  switch (cause.reason) {
    case 'cannot_run':
      return new ModelError(
        'misconfigured',
        `${model} cannot run here: install it again by "${INSTALL_COMMAND}", which says why if it cannot run on this system.`,
        { cause },
      )
    case 'no_model':
      return new ModelError(
        'misconfigured',
        `${model} could not be loaded: download the file again, or use a model of another kind.`,
        { cause },
      )
    case 'no_memory':
      return new ModelError(
        'misconfigured',
        `${model} needs more memory than there is: use a smaller model, or one with stronger quantization (Q4).`,
        { cause },
      )
    case 'too_long':
      return new ModelError(
        'too_long',
        `${model} takes less text than was sent: use a model with a longer context in POWERPOST_TEXT_MODEL.`,
        { cause },
      )
    case 'failed':
      return new ModelError(
        'down',
        `${model} failed: name a second model in POWERPOST_TEXT_MODEL if the error persists.`,
        {
          cause,
        },
      )
    case 'died':
      return new ModelError(
        'down',
        `${model} ended while it was running: if the error persists, give the machine more memory, or use a smaller model.`,
        { cause },
      )
  }
}
