import type { Brief, WriteOptions } from '#models/port.ts'
import type { ModelMessage } from 'ai'
import type { Platform } from '@powerpost/contract'
import { answerSchema } from '../answer/answer-keys.ts'
import { toModelError } from '../failures/to-model-error.ts'
import { markFor } from '../instructions/material.ts'
import type { Complaint } from '../instructions/messages.ts'
import { materialOf, renderRepair, renderRequest } from '../instructions/messages.ts'
import { renderSystem } from '../instructions/system.ts'
import type { Engine } from '../engine.ts'
import { RESPONSE_FORMATS } from './answer-form.ts'
import { callModel } from './call-model.ts'
import type { Demands } from './concessions.ts'
import { concede } from './concessions.ts'
import { createShow } from './show.ts'

/** Asks one model about one brief. What it throws is a `ModelError`, or the caller's own reason to stop. */
export interface Asker {
  /** The model as the setting names it. */
  readonly name: string
  /** Asks for every caption and yields the answer's words. */
  ask(): AsyncIterable<string>
  /** Asks for some again, after what was said. */
  askAgain(answer: string, complaints: readonly Complaint[]): AsyncIterable<string>
}

/** Of an answer that went wrong, as much as the model needs to see. */
const LONGEST_REMINDER = 20_000

export function createAsker(engine: Engine, brief: Brief, options: WriteOptions): Asker {
  const { signal, onShown, onUsage } = options
  const mark = markFor(materialOf(brief).flatMap(({ label, text }) => [label, text]))
  let demands = engine.demands
  const show = createShow(engine, brief, options)

  const extrasOf = (seesPictures: boolean) =>
    (brief.include ?? []).filter((extra) => extra !== 'alt_text' || seesPictures)

  async function* askFor(platforms: readonly Platform[], followUp?: readonly ModelMessage[]): AsyncGenerator<string> {
    for (;;) {
      const shown = await show(demands)
      const { form } = demands
      const extras = extrasOf(shown.length > 0)
      let hasSpoken = false
      try {
        const words = callModel({
          engine,
          instructions: renderSystem({ brief, mark, seesPictures: shown.length > 0, extras }),
          messages: [renderRequest(brief, mark, shown), ...(followUp ?? [])],
          responseFormat: RESPONSE_FORMATS[form](answerSchema(platforms, followUp ? undefined : extras)),
          signal,
          onUsage,
        })
        for await (const chunk of words) {
          if (!hasSpoken) onShown?.(shown.map(({ place }) => place))
          hasSpoken = true
          yield chunk
        }
        return learn(engine, demands)
      } catch (error) {
        signal.throwIfAborted()
        const asked = { form, pictures: shown.length > 0, video: shown.some(({ video }) => video !== undefined) }
        const less = hasSpoken ? undefined : concede(error, asked, engine.adapter.differs)
        if (!less) throw toModelError(error, engine.errorContext, engine.clock.now())
        demands = {
          form: less.form,
          pictures: asked.pictures ? less.pictures : demands.pictures,
          video: asked.video ? less.video : demands.video,
        }
      }
    }
  }

  return {
    name: engine.errorContext.name,
    ask: () => askFor(brief.platforms),
    askAgain: (answer, complaints) =>
      askFor(
        complaints.map(({ platform }) => platform),
        renderRepair(answer.slice(0, LONGEST_REMINDER), complaints),
      ),
  }
}

/** Keeps what a server was found not to take, once it took a request without it; of a video only that one was meant. */
function learn(engine: Engine, { form, pictures }: Demands): void {
  const { demands, errorContext, onNotice } = engine
  if (form !== demands.form)
    onNotice(`${errorContext.name} takes no answer form "${demands.form}": it is asked for "${form}".`)
  if (pictures !== demands.pictures)
    onNotice(`${errorContext.name} takes no pictures: it writes from the facts of the files.`)
  engine.demands = { ...demands, form, pictures }
}
