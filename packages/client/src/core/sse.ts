/**
 * Reads what the messages of an event stream say out of pieces of it, cut anywhere, as the HTML standard does (9.2.6). What
 * stands in the middle of a message when the stream ends is none.
 */
export class MessageReader {
  // It drops a byte order mark at the beginning, and keeps the first bytes of a character until the others come.
  readonly #decoder = new TextDecoder()
  #line = ''
  #afterCR = false
  #data: string[] = []
  /** In how many milliseconds the server wants to be asked again. Undefined when it did not say. */
  retry: number | undefined

  /** The `data` of every message that is whole with this piece. */
  read(piece: Uint8Array): string[] {
    let text = this.#decoder.decode(piece, { stream: true })
    if (!text) return []
    // The second half of a line's end that was cut in two.
    if (this.#afterCR && text[0] === '\n') text = text.slice(1)
    this.#afterCR = text.endsWith('\r')
    const [first = '', ...rest] = text.split(/\r\n|\n|\r/)
    const lines = [this.#line + first, ...rest]
    this.#line = lines.pop() ?? ''
    return lines.flatMap((line) => {
      if (!line) return this.#end()
      const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?/s.exec(line) ?? []
      if (name === 'data') this.#data.push(value)
      if (name === 'retry' && /^\d+$/.test(value)) this.retry = +value
      return []
    })
  }

  #end(): string[] {
    const data = this.#data
    this.#data = []
    return data.length > 0 ? [data.join('\n')] : []
  }
}
