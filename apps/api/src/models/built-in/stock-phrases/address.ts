import type { Language } from '#reading/language/stop-words.ts'

/**
 * What a text must not hold for the phrases of its language to follow it: another form of address than theirs, or a
 * speaker of one where they say `us`.
 */
const OTHER_VOICE: Readonly<Partial<Record<Language, RegExp>>> = {
  es: /(?<!\p{L})(?:usted|ustedes|vosotros|vosotras|vuestr[oa]s?|os|yo|mi|mis|me|mí|he)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:Sie|Ihnen|Ihre?[nmrs]?|[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[nmrs]?|[Ii]ch|[Mm]ich|[Mm]ir|[Mm]eine?[nmrs]?)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:tu|toi|ton|ta|tes|t['’]\p{L}+|je|j['’]\p{L}+|mon|ma|mes|moi)(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:tu|teu|tua|teus|tuas|vós|a equipa|telemóvel|autocarro|estamos a \p{L}+r|eu|meus?|minhas?)(?!\p{L})/iu,
  it: /(?<!\p{L})(?:[Tt]u|[Tt]uo|[Tt]ua|[Tt]uoi|[Tt]ue|Lei|Suo|Sua|[Ii]o|[Mm]io|[Mm]ia|[Mm]iei|[Mm]ie|[Hh]o)(?!\p{L})/u,
  nl: /(?<!\p{L})(?:u|uw|je|jij|jou|jouw|ik|mijn|mij)(?!\p{L})/iu,
  sv: /(?<!\p{L})(?:du|dig|din|ditt|dina)(?!\p{L})/iu,
  da: /(?<!\p{L})(?:[Dd]u|[Dd]ig|[Dd]in|[Dd]it|[Dd]ine|De|Dem|Deres)(?!\p{L})/u,
  no: /(?<!\p{L})(?:[Dd]u|[Dd]eg|[Dd]in|[Dd]itt|[Dd]ine|De|Dem|Deres)(?!\p{L})/u,
  pl: /(?<!\p{L})(?:pan|pana|panu|pani|panią|państwo|państwa|państwu|ty|cię|ciebie|tobie|ci|twój|twoja|twoje|twoją|twoim|\p{L}{2,}(?:asz|esz|isz|ysz))(?!\p{L})/iu,
  cs: /(?<!\p{L})(?:ty|tě|tebe|tobě|ti|tvůj|tvoje|tvá|tvé|tvou|\p{L}{2,}(?:áš|íš|eš|uješ))(?!\p{L})/iu,
  tr: /(?<!\p{L})(?:sen|seni|sana|senin|\p{L}+(?:yorsun|rsın|rsin))(?!\p{L})/iu,
  ro: /(?<!\p{L})(?:tu|tău|ta|tăi|tale|te|ție|ți|tine|dumneavoastră|dvs)(?!\p{L})/iu,
  hu: /(?<!\p{L})(?:Ön|Önök|Önnek|Önöknek|Önt|Önöket|[Tt]e|[Tt]éged|[Nn]eked|[Tt]ied)(?!\p{L})/u,
  fi: /(?<!\p{L})(?:sinä|sinun|sinulle|sinua|sulle|sun|sä)(?!\p{L})/iu,
  uk: /(?<!\p{L})(?:ти|тебе|тобі|тобою|твій|твоя|твоє|твої|твою)(?!\p{L})/iu,
  ru: /(?<!\p{L})(?:ты|тебя|тебе|тобой|твой|твоя|твоё|твои|твою)(?!\p{L})/iu,
  el: /(?<!\p{L})(?:εσύ|εσένα|σου)(?!\p{L})/iu,
  he: /(?<!\p{L})(?:אתה|שלך|אותך|לך|אני|שלי|לי)(?!\p{L})/u,
  ja: /(?<!\p{L})(?:君|お前)/u,
  zh: /[您們嗎麼這個們還為歡]/u,
  ko: /(?:니|냐|어|해)\?/u,
}
// A language that can be spoken plainly or politely has phrases of one kind only.
const NEEDED_VOICE: Readonly<Partial<Record<Language, RegExp>>> = {
  ja: /です|ます|ください/u,
  ko: /(?:요|까|니다)[?.!]/u,
}

/** Whether the phrases of a language can follow a text. */
export function suitsVoice(text: string, language: Language): boolean {
  return !OTHER_VOICE[language]?.test(text) && (NEEDED_VOICE[language]?.test(text) ?? true)
}
