/**
 * Puts words into the slots of a stock phrase. `{Name}` is the slot `name` with a capital first letter.
 *
 * @throws when the phrase has a slot that is not given: a mistake in the tables, which the tests find.
 */
export function fillSlots(phrase: string, slots: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/gu, (_, slot: string) => {
    const isCapital = /^\p{Lu}/u.test(slot)
    const words = slots[isCapital ? slot.slice(0, 1).toLowerCase() + slot.slice(1) : slot]
    if (words === undefined) throw new Error(`no words for the slot {${slot}} of "${phrase}"`)
    return isCapital ? words.slice(0, 1).toUpperCase() + words.slice(1) : words
  })
}
