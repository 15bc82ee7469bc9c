import type { Fault } from './faults.ts'

/** How the answer to a call that people see the effect of is lost, and whether it had its effect. */
export const LOST_ANSWERS: Readonly<Record<string, { readonly fault: Fault; readonly had: boolean }>> = {
  'cut before its effect': { fault: { kind: 'cut' }, had: false },
  'cut after its effect': { fault: { kind: 'cut after' }, had: true },
  'answered 500 after its effect': { fault: { kind: 'answer after', status: 500 }, had: true },
  'answered 502 after its effect': { fault: { kind: 'answer after', status: 502 }, had: true },
  'answered 504 after its effect': { fault: { kind: 'answer after', status: 504 }, had: true },
  'left without an answer': { fault: { kind: 'hang' }, had: false },
  'left without an answer after its effect': { fault: { kind: 'hang after' }, had: true },
}
