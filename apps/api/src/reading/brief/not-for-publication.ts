// One pattern for all languages: a brief often mixes two.

/** What people write of something that only the writer may know, in its own sentence: `Budget is 14, but do not disclose`. */
const OF_ITS_SENTENCE = [
  String.raw`(?:must|should|ca|wo|do|does)(?: ?n['’]?t| not)(?: ever)? (?:know|find out|hear|learn|see this|see that)(?: about (?:it|this|that)| yet)?(?=\s*[.!;)]|\s*$)`,
  String.raw`not (?:yet )?(?:public|announced|official|for publication|for the public|out in public)(?: yet)?(?=\s|[.!,;)]|$)`,
  String.raw`(?:do not|don['’]?t|dont|never) (?:disclose|reveal|publish|leak|reference|post|share|mention|print|include)(?: (?:it|this|that|them))?(?: (?:publicly|anywhere|obviously|please|pls|yet|here|though|of course))*(?=\s*[.!;)]|\s*$)`,
  String.raw`(?:that|this|it)(?: is|['’]s| stays| must stay| has to stay)(?: still| strictly)? (?:confidential|internal|off the record|between us|under embargo)`,
  String.raw`^\W*(?:internal(?: only| note| info)?|confidential|for your (?:eyes|info|information) only|off the record|not for publication)\s*[:,–—-]`,
  String.raw`(?:ist|sind|bleibt|bleiben) (?:noch |bitte |streng )*(?:geheim|vertraulich|intern|unter uns)`,
  String.raw`(?:nicht|nirgends) (?:erwähnen|nennen|verraten|veröffentlichen|schreiben|posten|reinschreiben|verwenden)(?=\s*[.!;)]|\s*$)`,
  String.raw`(?:darf|dürfen|soll|sollen) (?:da |hier |natürlich |noch |auf keinen fall )*nicht (?:rein|hinein|mit rein|auftauchen|drinstehen|erwähnt|genannt|veröffentlicht)`,
  String.raw`mag (?:er |daar |natuurlijk |nog |dus )*niet (?:in|bij|genoemd|vermeld)`,
  String.raw`(?:is|blijft) (?:nog |strikt )*(?:geheim|vertrouwelijk)`,
  String.raw`niet (?:noemen|vermelden|plaatsen|delen|verklappen|opschrijven)(?=\s*[.!;)]|\s*$)`,
  String.raw`(?:deve|devono) restare (?:riservat\p{L}|segret\p{L}|tra noi)`,
  String.raw`(?:es|sigue siendo|é|ainda é|è|ancora) (?:todavía |aún |ainda |ancora )?(?:secreto|confidencial|segredo|confidencial|segreto|riservato)(?!\p{L})`,
  String.raw`(?:это|пока|ещё|еще|це) (?:пока |ещё |еще |поки )?(?:секрет|тайна|конфиденциально|не объявлен\p{L}*|таємниця)`,
  String.raw`(?:henüz|daha) (?:açıklanmadı|duyurulmadı)|(?:gizli|aramızda) kalsın|,\s*(?:yazma|yazmayın|bahsetme|bahsetmeyin|paylaşma|paylaşmayın|söyleme|söylemeyin|değinme|değinmeyin)(?=\s*[.!;)]|\s*$)`,
]

/** What forbids to speak of something, which it names: `Don't say anything about the outage`. */
const OF_WHAT_FOLLOWS = [
  String.raw`(?:do not|don['’]?t|dont|never) (?:say|write|post|mention|put) anything about`,
  String.raw`(?:nämn|skriv|säg|berätta|nævn|skriv|si|fortell|sig) (?:inte|ikke) `,
  String.raw`(?:ne (?:parle|parlez|mentionne|mentionnez|dis|dites|cite|citez|précise|précisez|écris|écrivez) (?:pas|rien|surtout pas)|(?:pas|surtout pas) un mot (?:sur|de))`,
  String.raw`(?<!\p{L})no (?:pongas?|pongáis|digas?|menciones?|mencionar|hables?|cuentes?|escribas?|publiques?|nombres?) `,
  String.raw`(?<!\p{L})n[aã]o (?:fal[ae]s?|falem?|mencion[ae]r?s?|dig[ao]s?|diz|contes?|conta|escrev[ae]s?|coloqu?[eao]s?|bot[ae]|cit[ae]r?s?|divulgu?e?) `,
  String.raw`(?<!\p{L})non (?:dire|dirlo|parlare|menzionare|nominare|scrivere|citare|scriva|dica|menzioni) `,
  String.raw`(?<!\p{L})nu (?:menționa|spune|scrie|pomeni) `,
  String.raw`(?<!\p{L})nie (?:wspomina\p{L}*|pisa\p{L}*|pisz\p{L}*|mówi\p{L}*|mów\p{L}*|podawa\p{L}*|podawaj\p{L}*|zdradza\p{L}*|ujawnia\p{L}*)(?: o| że|,)`,
  String.raw`ни слова|(?<!\p{L})не (?:упомина\p{L}*|пиши\p{L}*|говори\p{L}*|рассказывай\p{L}*|называй\p{L}*|указывай\p{L}*)(?: пожалуйста)?(?=\s+(?:о|об|про|что|имя|цену)(?!\p{L})|,|\s*[.!;)]|\s*$)`,
  String.raw`ні слова|(?<!\p{L})не (?:згадуй\p{L}*|пиши\p{L}*|кажи\p{L}*|розповідай\p{L}*)(?=\s+(?:про|що)(?!\p{L})|,|\s*[.!;)]|\s*$)`,
  String.raw`(?<!\p{L})ne(?:zmiňuj\p{L}*|piš\p{L}* o|uváděj\p{L}*|říkej\p{L}*|prozrazuj\p{L}*|zverejňuj\p{L}*|spomínaj\p{L}*)`,
  String.raw`(?<!\p{L})(?:jangan|jgn) (?:sebut\p{L}*|bilang\p{L}*|tulis\p{L}*|cerita\p{L}*|mention|bocorin|kasih tau|singgung)|(?:itu|masih) rahasia`,
  String.raw`(?<!\p{L})(?:đừng|không được|không nên|chớ) (?:nhắc|nói|viết|đề cập|tiết lộ)`,
  String.raw`(?<!\p{L})(?:ne említs\p{L}*|ne írd\p{L}*|ne mondd\p{L}*|älä mainitse|älä kerro|älä kirjoita|älkää mainitko)`,
  String.raw`(?<!\p{L})μην? (?:αναφ\p{L}*|γράψ\p{L}*|πεις|πείτε)|(?<!\p{L})אל (?:תזכיר\p{L}*|תכתוב\p{L}*|תגיד\p{L}*|תספר\p{L}*)`,
  String.raw`(?<!\p{L})لا (?:تذكر|تكتب|تقل|تذكري|تكتبي)|(?:का|के|की) (?:ज़िक्र|जिक्र|दावा|नाम) (?:मत|न|नहीं)|(?:मत|न) (?:लिखना|बताना|कहना|लिखिए|बताइए)`,
  String.raw`(?:書か|触れ|言わ|載せ|出さ|公開し)ないで|(?:書か|触れ|言わ)ないよう|まだ(?:秘密|内緒|非公開|未発表)`,
  String.raw`(?:不要|别|先别|勿|请勿|不能)(?:提|说|写|透露|公布|公开|发)|(?:事|消息)先(?:别|不)|(?:还|暂时)?(?:保密|不公开)`,
  String.raw`(?:언급|공개|말|이야기|얘기)(?:은|는|을|를)? ?(?:하지|말아|말고|마세요)|쓰지 (?:마|말)|아직 (?:비밀|비공개)`,
]

const anyOf = (signs: readonly string[]) => new RegExp(signs.map((sign) => `(?:${sign})`).join('|'), 'iu')
const KEPT_ITSELF = anyOf(OF_ITS_SENTENCE)
const NAMES = anyOf(OF_WHAT_FOLLOWS)
const FORBIDS = anyOf([...OF_ITS_SENTENCE, ...OF_WHAT_FOLLOWS])

/** What opens a door, by its name and a value with a digit: `Passcode for members is Bramley88`. */
const CREDENTIAL = new RegExp(
  String.raw`(?<!\p{L})(?:pass(?:words?|codes?|wort|phrases?)|pin(?:[- ]?codes?)?|(?:wi-?fi|wlan|door|gate|alarm|entry|access)[- ]?(?:codes?|keys?|passwords?|passwort|wachtwoord|schlüssel)|zugangscode|türcode|login|mot de passe|code d['’]accès|contraseña|clave de acceso|senha|codice di accesso|wachtwoord|toegangscode|hasło|kod dostępu|пароль|код доступа|şifre(?:si)?|parola|lösenord|adgangskode|passord|heslo|jelszó|salasana|mật khẩu|kata sandi|κωδικός(?: πρόσβασης)?|密码|口令|パスワード|暗証番号|비밀번호|पासवर्ड|รหัสผ่าน|كلمة (?:المرور|السر)|סיסמ[הא])(?!\p{L})[^.!?。\n]{0,40}?(?:[\s:：=–—-]|は|是|为)["“”'’«»]?[\p{L}_@#$%&*]*\d[\p{L}\d_@#$%&*!-]*`,
  'iu',
)

/** Whether a sentence says something, and that it must not be published. */
export function isNotForPublication(sentence: string): boolean {
  return KEPT_ITSELF.test(sentence)
}

/** Whether a sentence is spoken to a writer, and forbids to speak of something. */
export function forbidsToSpeak(sentence: string): boolean {
  return FORBIDS.test(sentence)
}

/** Whether a sentence forbids to speak of something that it names itself. */
export function namesWhatIsKept(sentence: string): boolean {
  return NAMES.test(sentence)
}

/** Whether a sentence has a password in it, or what is one by another name. */
export function hasCredential(sentence: string): boolean {
  return CREDENTIAL.test(sentence)
}
