import type { Clock } from '#shared/clock.ts'

/** For how long a text that was written may be shown. */
export const KEPT_SECONDS = 300

/** Texts that are expensive to write, for a few minutes. */
export interface KeptTexts {
  /** The text of a key: kept, or being written already, or written now. */
  read(key: string, write: () => Promise<Buffer>): Promise<Buffer>
}

interface KeptTextsOptions {
  readonly clock: Clock
  /** Bytes from which a text is kept: smaller ones are cheap to write, and so are always current. @default 100,000 */
  readonly fromBytes?: number
  /** Bytes of all texts together; the oldest make room. @default 32,000,000 */
  readonly mostBytes?: number
}

interface Kept {
  readonly text: Buffer
  readonly until: number
}

export function createKeptTexts({ clock, fromBytes = 100_000, mostBytes = 32_000_000 }: KeptTextsOptions): KeptTexts {
  const kept = new Map<string, Kept>()
  const writing = new Map<string, Promise<Buffer>>()
  let bytes = 0

  function forget(key: string): void {
    bytes -= kept.get(key)?.text.length ?? 0
    kept.delete(key)
  }

  function keep(key: string, text: Buffer): void {
    forget(key)
    if (text.length < fromBytes || text.length > mostBytes) return
    kept.set(key, { text, until: clock.now().getTime() + KEPT_SECONDS * 1000 })
    bytes += text.length
    for (const oldest of kept.keys()) {
      if (bytes <= mostBytes) break
      forget(oldest)
    }
  }

  async function writeAndKeep(key: string, write: () => Promise<Buffer>): Promise<Buffer> {
    const text = await write()
    keep(key, text)
    return text
  }

  return {
    async read(key, write) {
      const found = kept.get(key)
      if (found && found.until > clock.now().getTime()) return found.text
      const running = writing.get(key) ?? writeAndKeep(key, write).finally(() => writing.delete(key))
      writing.set(key, running)
      return running
    },
  }
}
