import yoctoSpinner from 'yocto-spinner'

/** A line on standard error that says what goes on. It is there on a terminal only, and gone when it has ended. */
export interface Progress {
  say(text: string): void
  stop(): void
}

export function startProgress({ isShown }: { readonly isShown: boolean }): Progress {
  if (!isShown) return { say() {}, stop() {} }
  // Interrupting is the command's own business.
  const spinner = yoctoSpinner({ handleSignals: false })
  return {
    say(text) {
      spinner.text = text
      if (!spinner.isSpinning) spinner.start()
    },
    stop() {
      spinner.stop()
    },
  }
}
