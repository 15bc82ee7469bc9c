const MEBIBYTE = 1024 * 1024

/** Platforms say MB and mean, where it was measured, what we count media in: MiB. */
export const mebibytes = (count: number) => count * MEBIBYTE
export const gibibytes = (count: number) => count * 1024 * MEBIBYTE
export const minutes = (count: number) => count * 60
export const hours = (count: number) => count * 3600
