/** How a piece of work ended, for the slots of its lane. */
export type WorkOutcome = 'succeeded' | 'failed'

/** Decides how much work of each lane may run at once in this process. A slow lane uses up its own slots only. */
export interface Slots {
  /** How many slots are free in each of some lanes, the first lane first. A lane without a free slot is left out. */
  free(lanes: readonly string[]): Map<string, number>
  begin(lane: string): void
  end(lane: string, outcome: WorkOutcome): void
}

/** The same number of slots for every lane. */
export function createFixedSlots(perLane: number): Slots {
  const used = new Map<string, number>()
  const usedBy = (lane: string) => used.get(lane) ?? 0
  return {
    free(lanes) {
      return new Map(lanes.map((lane) => [lane, perLane - usedBy(lane)] as const).filter(([, free]) => free > 0))
    },
    begin: (lane) => used.set(lane, usedBy(lane) + 1),
    end: (lane) => used.set(lane, usedBy(lane) - 1),
  }
}
