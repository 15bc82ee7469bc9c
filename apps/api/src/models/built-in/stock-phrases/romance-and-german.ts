import type { StockPhrases } from './stock-phrases.ts'

// Few on purpose: every one is plain, current and safe in register. Where a language must choose between forms of
// address, `address.ts` checks how the caller's own text does.

export const SPANISH: StockPhrases = {
  openings: {},
  lines: {},
  closings: {
    launch: {
      instagram: ['Cuéntanos en los comentarios.'],
      facebook: ['¿Qué te parece?'],
      linkedin: ['¿Qué te parece?'],
    },
    question: { instagram: ['Cuéntanos en los comentarios.'], linkedin: ['Te leemos en los comentarios.'] },
  },
}

export const GERMAN: StockPhrases = {
  openings: {},
  lines: {},
  closings: {
    launch: { instagram: ['Wie gefällt es euch?'], facebook: ['Was meint ihr?'], linkedin: ['Was meint ihr?'] },
    question: {
      instagram: ['Schreibt es uns in die Kommentare.'],
      linkedin: ['Wir sind gespannt auf eure Antworten.'],
    },
  },
}

export const FRENCH: StockPhrases = {
  openings: {},
  lines: {},
  closings: {
    launch: {
      instagram: ['Dites-nous ce que vous en pensez en commentaire.'],
      facebook: ['Qu’en pensez-vous ?'],
      linkedin: ['Qu’en pensez-vous ?'],
    },
    question: { instagram: ['Dites-le-nous en commentaire.'], linkedin: ['Nous avons hâte de vous lire.'] },
  },
}

export const PORTUGUESE: StockPhrases = {
  openings: {},
  lines: {},
  closings: {
    launch: {
      instagram: ['Conte para nós nos comentários.'],
      facebook: ['O que acha?'],
      linkedin: ['O que acha?'],
    },
    question: { instagram: ['Conte para nós nos comentários.'] },
  },
}

export const ITALIAN: StockPhrases = {
  openings: {},
  lines: {},
  closings: {
    launch: {
      instagram: ['Fateci sapere nei commenti.'],
      facebook: ['Che ne pensate?'],
      linkedin: ['Che ne pensate?'],
    },
    question: { instagram: ['Ditecelo nei commenti.'], linkedin: ['Siamo curiosi di leggere le vostre risposte.'] },
  },
}
