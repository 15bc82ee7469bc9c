import type { Platform } from '@powerpost/contract'
import type { Language } from '#reading/language/stop-words.ts'

type Leads = Readonly<Partial<Record<Platform, string>>>

const leads = (instagram: string, facebook: string, linkedin: string): Leads => ({ instagram, facebook, linkedin })

/**
 * What leads to a lone sentence, so that it is not the same on every platform. They claim nothing, address nobody, and fit any
 * statement.
 */
export const LEADS: Readonly<Partial<Record<Language, Leads>>> = {
  en: leads('Worth knowing:', 'A little note:', 'A quick update:'),
  de: leads('Gut zu wissen:', 'Kurz notiert:', 'Zur Information:'),
  fr: leads('Bon à savoir :', 'Petite info :', 'À noter :'),
  es: leads('Para tener en cuenta:', 'Una pequeña nota:', 'En breve:'),
  pt: leads('Bom saber:', 'Uma pequena nota:', 'Em resumo:'),
  it: leads('Da sapere:', 'Una piccola nota:', 'In breve:'),
  nl: leads('Goed om te weten:', 'Een berichtje:', 'Kort nieuws:'),
  pl: leads('Warto wiedzieć:', 'Krótka notka:', 'W skrócie:'),
  tr: leads('Bilmekte fayda var:', 'Küçük bir not:', 'Kısaca:'),
  ru: leads('Полезно знать:', 'Небольшая заметка:', 'Коротко:'),
  uk: leads('Варто знати:', 'Невелика нотатка:', 'Коротко:'),
  el: leads('Καλό να ξέρετε:', 'Ένα μικρό σημείωμα:', 'Με λίγα λόγια:'),
  he: leads('כדאי לדעת:', 'הערה קטנה:', 'בקצרה:'),
  ar: leads('معلومة مفيدة:', 'ملاحظة صغيرة:', 'باختصار:'),
  hi: leads('जानने योग्य:', 'एक छोटी सी बात:', 'संक्षेप में:'),
  ja: leads('お知らせ：', 'ひとこと：', 'ご案内：'),
  zh: leads('值得知道：', '小消息：', '简讯：'),
  ko: leads('알아두세요:', '작은 소식:', '간단히:'),
  th: leads('น่ารู้:', 'บันทึกสั้นๆ:', 'โดยสรุป:'),
  vi: leads('Điều nên biết:', 'Một ghi chú nhỏ:', 'Tóm tắt:'),
  id: leads('Perlu diketahui:', 'Catatan kecil:', 'Singkatnya:'),
}
