import { isNoCredit, isNoSuchModel, isRefusal, isTooLong } from '../failures/name-fault.ts'
import { readFault } from '../failures/read-fault.ts'
import type { AnswerForm } from './answer-form.ts'

/** What is asked of a server beyond text: less is asked of one that refuses it. */
export interface Demands {
  readonly form: AnswerForm
  readonly pictures: boolean
  /** A video itself, where the vendor takes one; without it its frames are pictures. */
  readonly video: boolean
}

/** Statuses by which servers say that they cannot; llama.cpp says it with 500 and 501 too. */
const REFUSING_STATUSES = [400, 413, 415, 422, 500, 501]

/** What servers name when they take no pictures, or no form of answer. */
const NAMES_PICTURES = /image|vision|multi-?modal|mmproj|modalit/iu
const NAMES_FORM =
  /response_?format|json_(?:schema|object)|json[ _]mode|structured|grammar|output_(?:config|format)|schema/iu

const WEAKER_FORM: Record<AnswerForm, AnswerForm | undefined> = { schema: 'json', json: 'prose', prose: undefined }

/**
 * What to ask for instead, after a server refused a request; undefined when the request is not what was wrong.
 *
 * @param differs whether servers of the vendor differ so much that a refusal without a reason is taken for one of these.
 */
export function concede(error: unknown, demands: Demands, differs: boolean): Demands | undefined {
  const fault = readFault(error)
  const { status, text } = fault
  if (status === undefined || !REFUSING_STATUSES.includes(status)) return undefined
  // Asking for another form would not help, and would cost a call each.
  if (isRefusal(fault) || isTooLong(fault) || isNoCredit(fault) || isNoSuchModel(fault)) return undefined
  // Its length, its encoding or its size may be what is wrong, each said in other words.
  if (demands.video && status < 500) return { ...demands, video: false }
  const withoutPictures = demands.pictures ? { ...demands, pictures: false } : undefined
  const form = WEAKER_FORM[demands.form]
  const withWeakerForm = form && { ...demands, form }
  if (NAMES_PICTURES.test(text) && withoutPictures) return withoutPictures
  if (NAMES_FORM.test(text) && withWeakerForm) return withWeakerForm
  return differs && status < 500 ? (withWeakerForm ?? withoutPictures) : undefined
}
