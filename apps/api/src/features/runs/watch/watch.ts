/** What is watched, and by whom. */
export interface Watched {
  readonly subjectId: string
  readonly keyId: string
  readonly accountId: string
}

/** One who watches the runs of a subject. It remembers how far they are and holds no events: a slow one costs nothing. */
export class Watch {
  readonly subjectId: string
  readonly keyId: string
  readonly accountId: string
  #position = 0
  #behind = true
  #over = false
  #resume: () => void = () => {}

  constructor({ subjectId, keyId, accountId }: Watched) {
    this.subjectId = subjectId
    this.keyId = keyId
    this.accountId = accountId
  }

  /** The number of the last event that they have. */
  get position(): number {
    return this.#position
  }

  /** Waits until there may be events behind a number. False when there is nothing more to wait for. */
  async until(position: number): Promise<boolean> {
    this.#position = position
    if (!this.#behind && !this.#over) {
      await new Promise<void>((resolve) => {
        this.#resume = resolve
      })
    }
    this.#behind = false
    return !this.#over
  }

  /** There may be something new. */
  wake(): void {
    this.#behind = true
    this.#resume()
  }

  /** They are gone, or may not see more. */
  end(): void {
    this.#over = true
    this.#resume()
  }
}
