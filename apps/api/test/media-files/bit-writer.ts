/** Writes the bit fields of a video stream, most significant bit first. */
export class BitWriter {
  readonly #bits: number[] = []

  /** An unsigned number of that many bits. */
  bits(value: number, count: number): this {
    for (let i = count - 1; i >= 0; i -= 1) this.#bits.push((value >>> i) & 1)
    return this
  }

  /** Exp-Golomb, `ue(v)` in H.264, 9.1. */
  ue(value: number): this {
    const length = 32 - Math.clz32(value + 1)
    return this.bits(0, length - 1).bits(value + 1, length)
  }

  /** Zero bits up to the next whole byte. */
  align(): this {
    while (this.#bits.length % 8 !== 0) this.#bits.push(0)
    return this
  }

  bytes(data: Uint8Array): this {
    for (const byte of data) this.bits(byte, 8)
    return this
  }

  /** The stop bit and the alignment that end every unit, then the bytes. */
  end(): Buffer {
    this.bits(1, 1).align()
    const bytes = Buffer.alloc(this.#bits.length / 8)
    this.#bits.forEach((bit, i) => {
      bytes[i >> 3] = (bytes[i >> 3] ?? 0) | (bit << (7 - (i & 7)))
    })
    return bytes
  }
}
