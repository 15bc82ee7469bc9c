/** Calls `fire` once after so many milliseconds, unless it is stopped before. Answers how to stop it. */
export type StartTimer = (milliseconds: number, fire: () => void) => () => void

/** Tests hand in one whose time passes when they say. */
export const startSystemTimer: StartTimer = (milliseconds, fire) => {
  const timer = setTimeout(fire, milliseconds).unref()
  return () => clearTimeout(timer)
}
