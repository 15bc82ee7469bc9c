import { LocalProcessError, startLocalProcess } from '#models/ai-sdk/local/for-operator.ts'
import { OperatorError } from '../operator-error.ts'

/**
 * Starts a process of the package, without a model.
 *
 * @returns how many processors a model would use
 * @throws OperatorError when it does not run on this system
 */
export async function tryRuntime(packageDirectory: string): Promise<number> {
  const child = startLocalProcess([packageDirectory])
  try {
    return (await child.ready).threads
  } catch (error) {
    if (!(error instanceof LocalProcessError)) throw error
    throw new OperatorError(
      {
        code: 'CANNOT_RUN_HERE',
        outcome: 'unavailable',
        message: `What runs models does not run on this system (${process.platform}, ${process.arch}): ${error.message.slice(0, 500)}`,
        hint: 'Use a model server instead, such as Ollama: POWERPOST_TEXT_MODEL=openai-compatible:NAME with POWERPOST_TEXT_BASE_URL.',
      },
      { cause: error },
    )
  } finally {
    child.kill()
  }
}
