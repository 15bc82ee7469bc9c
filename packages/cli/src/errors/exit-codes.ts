/** What the program ends with, for scripts. A number once given keeps its meaning. */
export const EXIT_CODES = {
  success: { code: 0, meaning: 'It worked.' },
  fault: { code: 1, meaning: 'An internal error, here or on the server. Please report it.' },
  usage: { code: 2, meaning: 'The command line, a setting or a file is wrong. Nothing was done.' },
  denied: { code: 3, meaning: 'The API key is missing or invalid, or is not allowed to do this.' },
  missing: { code: 4, meaning: 'The resource was not found.' },
  conflict: { code: 5, meaning: 'The current state does not allow it: in use, not empty, or in the wrong status.' },
  credits: { code: 6, meaning: 'It costs more than the balance, or than --max-credits.' },
  unavailable: { code: 7, meaning: 'The server is unavailable or cannot be reached. The same command may work later.' },
  failed: { code: 8, meaning: 'The job failed, in whole or in part; its credits were refunded.' },
  partial: { code: 9, meaning: 'Part of it was done: what was done is printed. The rest failed.' },
  interrupted: { code: 130, meaning: 'It was interrupted (Ctrl-C).' },
} as const satisfies Record<string, { readonly code: number; readonly meaning: string }>

export type Outcome = keyof typeof EXIT_CODES
