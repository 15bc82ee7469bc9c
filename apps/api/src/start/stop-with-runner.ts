import { readFileSync } from 'node:fs'

const CHECK_INTERVAL_MS = 1_000
const PACKAGE_RUNNER = /(^|[/\s])(npm|npx|pnpm|yarn)(\s|$)/

/**
 * Stops the server when the package runner that started it ends.
 *
 * `npx pnpm start` is five processes, and npm hands a SIGTERM to a shell in between that hands it to nobody: without this,
 * stopping npx would leave the server running, its port and its database taken. Linux only: elsewhere nothing tells a
 * process's ancestors cheaply, and nothing is done.
 */
export function stopWithRunner(stop: () => void): void {
  const runners = findRunners()
  if (runners.length === 0) return
  const timer = setInterval(() => {
    if (runners.every(isRunning)) return
    clearInterval(timer)
    stop()
  }, CHECK_INTERVAL_MS).unref()
}

/** The processes from our parent up to the outermost package runner. None: we were started by other means. */
function findRunners(): number[] {
  const ancestors: number[] = []
  let outermost = 0
  for (let pid = process.ppid; pid > 1; pid = readStatus(pid)?.parent ?? 0) {
    ancestors.push(pid)
    if (PACKAGE_RUNNER.test(readCommand(pid))) outermost = ancestors.length
  }
  return ancestors.slice(0, outermost)
}

function isRunning(pid: number): boolean {
  const state = readStatus(pid)?.state
  return state !== undefined && state !== 'Z'
}

/** See proc_pid_stat(5). The name, in parentheses, may hold anything. */
function readStatus(pid: number): { readonly state: string; readonly parent: number } | undefined {
  const [state, parent] = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? []
  return state && parent ? { state, parent: Number(parent) } : undefined
}

function readCommand(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process is gone, or this system has no /proc.
    return ''
  }
}
