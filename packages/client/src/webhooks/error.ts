import { PowerPostError } from '../errors/powerpost-error.ts'

/** The request did not come from PowerPost, or not now, or not whole. Answer it with 400 and do nothing else. */
export class WebhookVerificationError extends PowerPostError<'INVALID_SIGNATURE'> {
  override readonly name = 'WebhookVerificationError'

  constructor(message: string) {
    super({ code: 'INVALID_SIGNATURE', message })
  }
}
