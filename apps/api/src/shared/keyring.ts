import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Keys that follow from the server's one encryption key. */
export interface Keyring {
  /**
   * Seals a text, so that it can be kept where others may look.
   *
   * @param context where it belongs: it cannot be opened anywhere else
   */
  seal(plain: string, context: string): string
  /** Opens what was sealed for the same context. Throws for anything else, and under another encryption key. */
  open(sealed: string, context: string): string
  /** 32 bytes for a purpose, e.g. to sign links: the same every time. */
  derive(purpose: string): Buffer
}

/** What the database holds was sealed by another encryption key, or by one that is gone. */
export class EncryptionKeyError extends Error {
  override readonly name = 'EncryptionKeyError'
}

const ALGORITHM = 'aes-256-gcm'
const KEY_BYTES = 32
/** NIST SP 800-38D 8.2: 96 bits. Random ones are safe for 2^32 texts under one key. */
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** @param encryptionKey at least 32 characters */
export function createKeyring(encryptionKey: string): Keyring {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', encryptionKey, '', `powerpost ${purpose}`, KEY_BYTES))
  const sealing = derive('sealing')
  return {
    derive,
    seal(plain, context) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(ALGORITHM, sealing, nonce).setAAD(Buffer.from(context))
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed, 'base64url')
      const tagAt = NONCE_BYTES + TAG_BYTES
      const decipher = createDecipheriv(ALGORITHM, sealing, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(NONCE_BYTES, tagAt))
      return Buffer.concat([decipher.update(bytes.subarray(tagAt)), decipher.final()]).toString('utf8')
    },
  }
}
