/** What a press release says to editors: its head, its end and who answers them. */
const RELEASE =
  /^\s*(?:for (?:immediate )?release|press release|pressemitteilung|communiqué de presse|nota de prensa|comunicado de (?:prensa|imprensa)|comunicato stampa|persbericht|informacja prasowa|basın bülteni|пресс-релиз|пресреліз|δελτίο τύπου|プレスリリース|新闻稿|보도자료)[^\n:–—-]*(?:\n+|[:–—-]+\s*|$)/iu
const HEADS =
  /^\s*(?:for (?:immediate )?release|embargo\p{L}* (?:until|till)[^\n]*|(?:sperrfrist)[^\n]*)[.:]?\s*(?:\n+|$|[–—-]\s*)?/iu
const DATELINE =
  /^[\p{Lu}][\p{L}\s.,'’-]{1,40}?,? ?(?:\(?[\p{L}.]* ?\d{1,2}[\p{L}.,]*(?: [\p{L}.]+)?,? ?(?:\d{4})?\)?|\d{1,2}\.? [\p{L}]+ \d{4}) ?[–—-]{1,2} (?=\p{Lu})/u
const END = /(?:\n|^|\s)(?:###+|-? ?ends ?-?|-? ?ENDE ?-?|# # #|\*\*\*)(?:\s|$)[^]*$/iu
const CONTACT =
  /(?:\n|(?<=[.!?]\s))(?:(?:media|press) (?:contact|enquiries|inquiries)|notes? to editors?|pressekontakt|contact presse|contacto de prensa|about [\p{L}\d ]{2,30}:)[^]*$/iu

/** A pasted document without what frames it; any other text as it is. */
export function readDocument(text: string): string {
  const isRelease = RELEASE.test(text) || HEADS.test(text)
  const body = text.replace(RELEASE, '').replace(HEADS, '')
  const plain = stripMarkup(body)
  if (!isRelease) return plain
  const cut = plain
    .replace(END, '')
    .replace(CONTACT, '')
    .trim()
    .split('\n')
    .map((line) => line.replace(DATELINE, ''))
    .join('\n')
  return /\p{L}{2}/u.test(cut) ? cut : plain
}

/** Without the signs of Markdown and of quoted mail, which no platform shows as what they mean. */
function stripMarkup(text: string): string {
  return text
    .replace(/^```[^\n]*\n?|\n?```$/gmu, '')
    .replace(/^#{1,6} (?=\S)/gmu, '')
    .replace(/\*\*(?=\S)([^*\n]+)\*\*/gu, '$1')
    .replace(/^(?:> ?)+/gmu, '')
    .replace(/^(?:(?:fwd?|re|aw|wg|tr|rv)\s*:\s*)+/iu, '')
    .trim()
}
