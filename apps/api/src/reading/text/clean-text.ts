/**
 * A text as it can stand in a caption: one kind of line break, no control characters, no double spaces, no run of blank
 * lines. Words, emoji and links are untouched.
 */
export function cleanText(raw: string): string {
  return raw
    .toWellFormed()
    .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(/[\u0000-\u0009\u000e-\u001f\u007f-\u009f\ufeff]/gu, '')
    .replace(/[^\S\n]{2,}/gu, ' ')
    .replace(/ *\n */gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}

/** Calms shouted punctuation: `!!!` becomes `!`, `???` becomes `?`. An ellipsis stays what it is. */
export function calmPunctuation(text: string): string {
  return text
    .replace(/([!?！？])[!?！？]+/gu, (run: string) =>
      run.includes('?') || run.includes('？') ? questionOf(run) : run.slice(0, 1),
    )
    .replace(/\.{4,}/gu, '...')
    .replace(/,{2,}/gu, ',')
}

function questionOf(run: string): string {
  return run.includes('？') ? '？' : '?'
}
