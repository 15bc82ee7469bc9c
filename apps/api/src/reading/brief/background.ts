/** Who writes, for the writer alone: `We are a dental practice.` A name or a number in it is something to say. */
const BACKGROUND =
  /^(?:(?:hi|hello|hey|hallo|bonjour|salut|hola|olá|oi|ciao|hoi)[,!.\s]+)?(?:so )?(?:we(?: are|['’]re)|i(?: am|['’]m)|i (?:run|own|have|manage)|we (?:run|own|have)|this is (?:for )?|it['’]s for|wir sind|ich bin|ich (?:betreibe|habe|führe)|wir (?:betreiben|führen)|nous sommes|je suis|je (?:tiens|gère)|on est|somos|soy|tengo|sou|tenho|siamo|sono|ho|gestisco|wij zijn|we zijn|ik ben|ik heb)\s+(?:an?|the|my|our|ein\p{L}*|une?|un[oa]?|uma?|een|de)\s+(?<what>[^,.;:!?]{3,60})[.!]?$/iu

/** Sentences without those that only tell a writer who writes, as far as others are left. */
export function withoutBackground(lines: readonly string[]): readonly string[] {
  const others = lines.filter((line) => {
    const what = BACKGROUND.exec(line.trim())?.groups?.['what']
    return (
      what === undefined ||
      /\d/u.test(what) ||
      /(?<!^)\s\p{Lu}\p{Ll}/u.test(` ${line.slice(1)}`) ||
      what.split(/\s+/u).length > 7
    )
  })
  return others.some((line) => /\p{L}{2}/u.test(line)) ? others : lines
}
