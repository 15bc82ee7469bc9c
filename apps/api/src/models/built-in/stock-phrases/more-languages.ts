import type { Platform } from '@powerpost/contract'
import type { StockPhrases } from './stock-phrases.ts'

type Closings = Readonly<Partial<Record<Platform, readonly string[]>>>

const closings = (launch: Closings, question: Closings): StockPhrases => ({
  openings: {},
  lines: {},
  closings: { launch, question },
})
/** A question behind what is new, and a place for the answers to what is asked. */
const asking = (question: string, answer: string): StockPhrases =>
  closings(
    { instagram: [question], facebook: [question], linkedin: [question] },
    { instagram: [answer], youtube: [answer] },
  )

// Plain, current and in the form that a business speaks to many in; `address.ts` keeps them from texts that speak
// otherwise. Languages of which no phrase is sure have none.
export const DUTCH = asking('Wat vinden jullie ervan?', 'Laat het weten in de reacties.')
export const SWEDISH = asking('Vad tycker ni?', 'Berätta gärna i kommentarerna.')
export const DANISH = asking('Hvad synes I?', 'Skriv gerne i kommentarerne.')
export const NORWEGIAN = asking('Hva synes dere?', 'Skriv gjerne i kommentarfeltet.')
export const POLISH = asking('Co o tym myślicie?', 'Dajcie znać w komentarzach.')
export const CZECH = asking('Co na to říkáte?', 'Napište to do komentářů.')
export const TURKISH = asking('Siz ne düşünüyorsunuz?', 'Cevaplarınızı yorumlarda bekliyoruz.')
export const ROMANIAN = asking('Ce părere aveți?', 'Așteptăm răspunsurile voastre în comentarii.')
export const HUNGARIAN = asking('Mit gondoltok?', 'Írjátok meg kommentben!')
export const FINNISH = asking('Mitä mieltä olette?', 'Kertokaa kommenteissa!')
export const UKRAINIAN = asking('Що скажете?', 'Пишіть у коментарях.')
export const RUSSIAN = asking('Что скажете?', 'Пишите в комментариях.')
export const GREEK = asking('Πώς σας φαίνεται;', 'Γράψτε το στα σχόλια.')
export const HEBREW = asking('מה דעתכם?', 'ספרו לנו בתגובות.')
export const INDONESIAN = closings(
  {},
  { instagram: ['Tulis di kolom komentar.'], youtube: ['Tulis di kolom komentar.'] },
)
export const JAPANESE = closings(
  {},
  { instagram: ['コメントで教えてください。'], youtube: ['コメントで教えてください。'] },
)
export const CHINESE = closings({}, { instagram: ['欢迎在评论区留言。'], youtube: ['欢迎在评论区留言。'] })
export const KOREAN = closings({}, { instagram: ['댓글로 알려주세요.'], youtube: ['댓글로 알려주세요.'] })
export const ARABIC = closings(
  {},
  { instagram: ['شاركونا رأيكم في التعليقات.'], youtube: ['شاركونا رأيكم في التعليقات.'] },
)
