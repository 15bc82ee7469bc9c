/** A text's first characters tell it apart. */
const SHOWN = 60

/** The beginning of a text, for a line of a list. */
export function beginText(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}
