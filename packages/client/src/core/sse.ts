/** A message of an event stream, as the HTML standard reads it (9.2.6). */
export interface Message {
  readonly id: string
  readonly event: string
  readonly data: string
}

/**
 * Reads messages out of pieces of an event stream: cut anywhere, in lines that end in CR, LF or both. What the stream ends in the
 * middle of is no message.
 */
export class MessageReader {
  // It drops a byte order mark at the beginning, and keeps the first bytes of a character until the others come.
  readonly #decoder = new TextDecoder()
  #line = ''
  #afterCR = false
  #id = ''
  #event = ''
  #data: string[] = []
  /** In how many milliseconds the server wants to be asked again. Undefined when it did not say. */
  retry: number | undefined

  /** The messages that are whole with this piece. */
  read(piece: Uint8Array): Message[] {
    let text = this.#decoder.decode(piece, { stream: true })
    if (text === '') return []
    // The second half of a line's end that was cut in two.
    if (this.#afterCR && text.startsWith('\n')) text = text.slice(1)
    this.#afterCR = text.endsWith('\r')
    const [first = '', ...rest] = text.split(/\r\n|\n|\r/)
    const lines = [this.#line + first, ...rest]
    this.#line = lines.pop() ?? ''
    return lines.flatMap((line) => this.#readLine(line))
  }

  #readLine(line: string): Message[] {
    if (line === '') return this.#endMessage()
    const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? []
    if (name === 'data') this.#data.push(value)
    else if (name === 'event') this.#event = value
    else if (name === 'id' && !value.includes('\0')) this.#id = value
    else if (name === 'retry' && /^\d+$/.test(value)) this.retry = Number(value)
    return []
  }

  #endMessage(): Message[] {
    const message = { id: this.#id, event: this.#event || 'message', data: this.#data.join('\n') }
    const isThere = this.#data.length > 0
    this.#event = ''
    this.#data = []
    return isThere ? [message] : []
  }
}
