const PLATFORM = String.raw`(?:instagram|insta|ig|tiktok|tik tok|facebook|fb|linkedin|youtube|yt|twitter|x)`
const PIECE = String.raw`(?:posts?|captions?|tweets?|copy|blurbs?|write-?ups?|texts?|reels?|stor(?:y|ies)|threads?|descriptions?|hooks?)`

/** Orders that name a part of a post or one of several, and no reader. English, which people of all languages use for them. */
const FORMS = [
  // `Instagram should have emojis, LinkedIn none.`
  String.raw`^(?:on |for |the )?${PLATFORM}(?: (?:one|version|${PIECE}))? (?:should|must|needs?|gets?|has to|with(?:out)?|no|can have)\b`,
  // `First line should be a hook.`
  String.raw`^(?:the |make the |your )?(?:first|second|last|opening|closing|final) (?:line|sentence|word|words|paragraph|slide|bit|part)s? (?:should|must|needs?|has to|have to|ought|is to|to be)\b`,
  // `Caption needed:`, `changelog post for devs pls`
  String.raw`^(?:\p{L}+ )?${PIECE} (?:needed|wanted|required|requested)\b[^.!?]{0,20}[.:!]*$`,
  String.raw`^(?:[\p{L}-]+ ){0,3}${PIECE}(?: [\p{L}-]+){0,5},? (?:pls+|plz+|please)[.!]*$`,
  // `youtube community + linkedin, different angle for each`
  String.raw`\b(?:different|another|separate|own) (?:angle|version|tone|style|${PIECE})s? (?:for|per|on) (?:each|every|both)\b`,
]
const SHAPES = new RegExp(FORMS.map((form) => `(?:${form})`).join('|'), 'iu')

/** Whether a sentence says of a post, or of a part of one, how it is to be. */
export function shapesAPost(sentence: string): boolean {
  return SHAPES.test(sentence.trim())
}

/** Words that only writers of posts use, and orders to end one in a certain way, in all languages. */
const OF_A_POST = [
  String.raw`(?<!\p{L})(?:emojis?|emoticons?|hashtags?|emotki|hashtagi|хэ?ештег\p{L}*|эмодзи|смайлик\p{L}*|емодзі|絵文字|ハッシュタグ|表情符号|이모지|해시태그|इमोजी|हैशटैग|إيموجي)(?!\p{L})`,
  String.raw`(?<!\p{L})(?:в конце|напоследок|наприкінці|в кінці) (?:спроси|задай|добавь|поставь|напиши|спитай|запитай|додай)\p{L}*`,
  String.raw`(?<!\p{L})na (?:końcu|koniec) (?:zapyta|zada|doda|napis)\p{L}*|^(?:dodać|dodaj|dodajcie) #`,
  String.raw`(?<!\p{L})(?:al final|no final|à la fin|alla fine|am ende|am schluss|zum schluss|di akhir|sonunda|aan het eind) (?:una?|uma|eine|bitte|la|soru|tanya|een) (?:pregunta|pergunta|question|domanda|frage|sor|pertanyaan|vraag)`,
  String.raw`(?:अंत में|आखिर में) .{0,30}(?:लगाना|पूछना|लिखना|लगा दो|पूछो)|(?:结尾|最后)(?:问|加|写)|最後に.{0,20}(?:聞い|質問|付け)|마지막에 .{0,20}(?:물어|질문|붙여)`,
]
const SPEAKS = new RegExp(OF_A_POST.map((form) => `(?:${form})`).join('|'), 'iu')

/** Whether a sentence of a brief, which no order was found in, speaks of a post all the same. */
export function speaksOfAPost(sentence: string): boolean {
  return SPEAKS.test(sentence)
}
