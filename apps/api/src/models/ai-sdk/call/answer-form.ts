import { Output } from 'ai'
import type { z } from 'zod'

/** How the answer's form is asked for: by its schema, as any JSON, or by the words of the instructions alone. */
export type AnswerForm = 'schema' | 'json' | 'prose'

export type ResponseFormat = ReturnType<typeof Output.text>['responseFormat']

export const RESPONSE_FORMATS: Record<AnswerForm, (schema: z.ZodType) => ResponseFormat> = {
  schema: (schema) => Output.object({ schema, name: 'captions' }).responseFormat,
  json: () => Output.json().responseFormat,
  prose: () => Output.text().responseFormat,
}
