import type { FailureMessages } from '#features/runs/index.ts'

/** Why a video was not made, in words for the caller. */
export const MESSAGES: FailureMessages = {
  refused: 'The video model refused to generate this; change the prompt or the image.',
  misconfigured: "The server's video model is not configured correctly; tell the operator.",
  no_such_model: "The server's video model does not exist at its vendor; tell the operator.",
  no_credit: "The operator's account at the video model's vendor has no credit left; tell the operator.",
  too_long: 'The prompt is too long for the video model; make it shorter.',
  busy: 'The video model is overloaded; try again later.',
  down: 'The video model could not be reached, or stopped; try again later.',
  silent: 'The video model accepted the request and was not finished in time; try again later.',
  unusable: 'The video model returned nothing usable; try again, or change the prompt.',
}

export const DEFAULT_MESSAGE = 'It could not be generated; try again.'

export const LOST_MESSAGE =
  "The connection to the video model's vendor broke before it confirmed the request. It was not sent again, so that it is not paid for twice; try again."

export const CHANGED_MESSAGE = "The server's video model was changed while the video was being generated; try again."

export const FULL_MESSAGE =
  'The media of an account can take 10 GiB, and less than the 500 MiB that a video may need is left. Delete media that you no longer need.'

export const SOURCE_MESSAGE = 'The source image could not be read, or was deleted; choose another.'

export const REFUNDED = 'The credits were refunded.'

export const NOT_REFUNDED =
  "The credits were not refunded: the video model's vendor had accepted the request, and is paid."
