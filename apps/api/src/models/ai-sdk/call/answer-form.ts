import { Output } from 'ai'
import type { z } from 'zod'

/** How the answer's form is requested: `schema` sends a JSON schema, `json` asks for any JSON, `prose` only describes it in the instructions. */
export type AnswerForm = 'schema' | 'json' | 'prose'

export type ResponseFormat = ReturnType<typeof Output.text>['responseFormat']

export const RESPONSE_FORMATS: Record<AnswerForm, (schema: z.ZodType) => ResponseFormat> = {
  schema: (schema) => Output.object({ schema, name: 'captions' }).responseFormat,
  json: () => Output.json().responseFormat,
  prose: () => Output.text().responseFormat,
}
