/** What the program ends with, for scripts. A number once given keeps its meaning. */
export const EXIT_CODES = {
  success: { code: 0, meaning: 'It worked.' },
  fault: { code: 1, meaning: 'Something broke, here or on the server: a fault to report.' },
  usage: { code: 2, meaning: 'The command line, a setting or a file is wrong. Nothing was done.' },
  denied: { code: 3, meaning: 'The API key is missing or refused, or may not do this.' },
  missing: { code: 4, meaning: 'There is no such thing.' },
  conflict: { code: 5, meaning: 'The state of things does not allow it: in use, not empty, not as it should be.' },
  credits: { code: 6, meaning: 'It costs more than the balance, or than --max-credits.' },
  unavailable: { code: 7, meaning: 'The server cannot be reached, or not now. The same command may work later.' },
  failed: { code: 8, meaning: 'What was begun ended as failed, in whole or in part; its credits were given back.' },
  interrupted: { code: 130, meaning: 'It was interrupted (Ctrl-C).' },
} as const satisfies Record<string, { readonly code: number; readonly meaning: string }>

export type Outcome = keyof typeof EXIT_CODES
