import type { QuotaCounter } from '../../port.ts'

/** Counts in memory. */
export function createTestCounter(): QuotaCounter {
  const used = new Map<string, number>()
  return {
    async spend({ name, day, amount, total }) {
      const sum = (used.get(`${day} ${name}`) ?? 0) + amount
      if (sum > total) return false
      used.set(`${day} ${name}`, sum)
      return true
    },
    async exhaust({ name, day, total }) {
      used.set(`${day} ${name}`, total)
    },
    async read(day) {
      return new Map([...used].flatMap(([key, sum]) => (key.startsWith(day) ? [[key.split(' ')[1] ?? '', sum]] : [])))
    },
  }
}
