/**
 * The source's chunks, ended by the signal even while the source is silent: a plain `for await` would wait for the next
 * chunk of a stalled client for ever.
 *
 * @throws the signal's reason, and whatever the source throws
 */
export async function* iterateAbortably(
  source: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const iterator = source[Symbol.asyncIterator]()
  let stopWaiting: ((reason: unknown) => void) | undefined
  const onAbort = () => stopWaiting?.(signal?.reason)
  signal?.addEventListener('abort', onAbort, { once: true })
  // A promise of its own for each chunk: racing one promise that lives as long as the write would keep every chunk
  // alive until its end (https://github.com/nodejs/node/issues/17469).
  const nextOrAbort = () =>
    new Promise<IteratorResult<Uint8Array>>((resolve, reject) => {
      stopWaiting = reject
      if (signal?.aborted) reject(signal.reason)
      else iterator.next().then(resolve, reject)
    })
  let ended = false
  try {
    for (let next = await nextOrAbort(); next.done !== true; next = await nextOrAbort()) yield next.value
    ended = true
  } finally {
    signal?.removeEventListener('abort', onAbort)
    // Not awaited: a generator that waits for its own source answers `return` only after that.
    if (!ended) void closeSource(iterator)
  }
}

async function closeSource(iterator: AsyncIterator<Uint8Array>): Promise<void> {
  try {
    await iterator.return?.()
  } catch {
    // The write has failed already, for a reason of its own.
  }
}
