import { STYLE_WORDS } from './image-framing.ts'

/** What of a prompt only a model that draws pictures can do. */
export type PictureRequest = 'photograph' | 'illustration' | 'logo' | 'without words' | 'scene'

const END = String.raw`(?!\p{L})`
const BEGIN = String.raw`(?<!\p{L})`
const ASKED = String.raw`(?:(?:please|can you|could you|i want|i need|i would like|i['’]d like|we need|give me|bitte|por favor|per favore|s['’]il (?:te|vous) plaît|пожалуйста)[\s,]+)*(?:(?:create|make|draw|generate|design|show|render|paint|produce|take|add|use|erstelle|mache?|zeige?|généré?e?z?|crée[rz]?|montre[rz]?|crea|genera|haz|muestra|fai|mostra|crie|faça|gere|создай|сделай|сгенерируй|stwórz|zrób|maak|skapa|lav|buat(?:kan)?|tạo|vẽ|oluştur|yap)\s+)?(?:me\s+|us\s+|mir\s+|uns\s+|moi\s+)?`
const SOME = String.raw`(?:(?:an?|the|some|one|two|three|four|my|our|ein(?:e[nr]?)?|das|une?|des|una?|unas?|uno|um|uma|een|en|ett|et|мне|bir|sebuah|một|một bức)\s+)?`
const LOOKS = String.raw`(?:(?!(?:your|his|her|their|this|that|send|share|post|upload|win|see)\s)[\p{L}\d-]+,?\s+){0,4}?`
const OPENING = String.raw`^\W*${ASKED}${SOME}${LOOKS}`
const ARTICLE = String.raw`^\W*${ASKED}(?:an|a|eine?n?|une?|una|uma?)\s+${LOOKS}`

const PHOTO = String.raw`(?:photos?|photographs?|photography|selfies?|headshots?|close-?ups?|(?:aerial|drone|macro|product|overhead|wide|studio) (?:shots?|views?)|flat ?lays?|fotos?|fotografías?|fotografie|fotografia|photographie|zdjęcie|zdjęcia|фото|фотографи[яюи]|fotoğraf(?:ı)?|ảnh|hình ảnh|φωτογραφία)`
const DRAWING = String.raw`(?:illustrations?|drawings?|paintings?|sketch(?:es)?|watercolou?rs?|artworks?|renders?|renderings?|cartoons?|comics?|caricatures?|memes?|mascots?|stickers?|icons?|collages?|wallpapers?|patterns?|textures?|portraits?|mock-?ups?|pixel art|line art|clip ?art|3d models?|zeichnung|gemälde|dessin|peinture|aquarelle|dibujo|ilustración|ilustração|illustrazione|disegno|desenho|rysunek|ilustracja|рисунок|иллюстраци[яю]|tekening|teckning|çizim|gambar|tranh)`
const LOGO = String.raw`(?:logos?|logotypes?|brand ?marks?|monograms?|логотип|λογότυπο)`
// Nouns for anything: a picture is asked for by what stands behind them.
const IMAGE = String.raw`(?:images?|pictures?|pics?|visuals?|graphics?|posters?|banners?|backgrounds?|bild|bilder|imagen|image|immagine|imagem|obraz|изображение|картинк[ау]|afbeelding|görsel|gambar)`
const OF = String.raw`(?:of|showing|depicting|that shows|which shows|with an?|featuring|from above|von|mit|de|del|d['’]|con|di|com|z|ze|przedstawiając\p{L}*|van|av|af|dari|của)`

const SURE: readonly (readonly [PictureRequest, RegExp])[] = [
  [
    'without words',
    new RegExp(
      String.raw`${BEGIN}(?:(?:no|without|zero|without any|free of|don['’]?t (?:add|use|put)(?: any)?|avoid(?: any)?) (?:text|words?|lettering|typography|letters|writing)(?!\s+(?:can|could|will|to|needed|necessary|are|is|messages?))|text-?free|wordless|ohne (?:text|worte|schrift)|sans (?:texte|mots)|sin (?:texto|palabras|letras)|senza (?:testo|parole|scritte)|sem (?:texto|palavras)|без (?:текста|слов|надписей)|bez (?:tekstu|słów|napisów)|zonder (?:tekst|woorden)|utan text|uden tekst|tanpa teks|không (?:có )?chữ|metinsiz|yazısız|χωρίς κείμενο|ללא (?:טקסט|מילים)|בלי (?:טקסט|מילים)|(?:بدون|بلا) (?:نص|كلمات|كتابة))${END}|(?:文字|テキスト)(?:なし|無し|を入れない)|(?:无|不要|不含|没有|無|不帶)(?:文字|字)|(?:텍스트|글자|글씨) ?없(?:이|는)|ไม่มีข้อความ|बिना (?:टेक्स्ट|शब्दों)`,
      'iu',
    ),
  ],
  [
    'logo',
    new RegExp(
      String.raw`${OPENING}${LOGO}(?:\s+(?:for|of|with|in|that|für|pour|para|per|dla|для|voor)${END}|\s*[:,.!]|\s*$)`,
      'iu',
    ),
  ],
  [
    'logo',
    /(?:ロゴ|标志|标识|徽标|標誌|로고|โลโก้|लोगो|شعار|לוגו).{0,8}(?:作|描|デザイン|设计|設計|制作|만들|디자인|ออกแบบ|बना)|(?:设计|設計|صمم|עצב).{0,10}(?:标志|徽标|標誌|logo|شعار|לוגו)/iu,
  ],
  [
    'photograph',
    new RegExp(
      String.raw`${OPENING}${PHOTO}\s+${OF}${END}|${ARTICLE}${PHOTO}\s+(?:in|on|for|für|pour|para|per)${END}|^(?:zdjęcie|фото|фотография)\s+\p{Ll}`,
      'iu',
    ),
  ],
  [
    'photograph',
    /の(?:写真|画像)(?:を.{0,12})?[。!！]?$|的(?:照片|图片|圖片|摄影|相片)[。!！]?$|(?:照片|图片|圖片)[:：,，]|(?:사진|이미지)(?:을|를)?(?: ?(?:만들|그려|생성|찍).*)?[.!]?$|^(?:صورة|صوّر|اصنع صورة|תמונה של|תמונת|ภาพถ่าย|ภาพของ)/u,
  ],
  [
    'illustration',
    new RegExp(
      String.raw`${OPENING}${DRAWING}\s+${OF}${END}|${ARTICLE}${DRAWING}\s+(?:in|on|for|für|pour|para|per)${END}|^(?:нарисуй|намалюй|narysuj|nakresli)\s`,
      'iu',
    ),
  ],
  [
    'illustration',
    new RegExp(
      String.raw`^\W*${ASKED}(?:draw|paint|sketch|illustrate|render|zeichne|male|dessine[rz]?|peins|dibuja|pinta|disegna|dipingi|desenh[ae]|нарисуй|narysuj|teken|rita|ritaa|tegn|vẽ)\s+(?:me\s+|mir\s+|moi\s+|us\s+)?(?:an?|the|our|my|some|two|three|ein|eine|une?|una?|um|uma|een)\s`,
      'iu',
    ),
  ],
  [
    'illustration',
    /(?:イラスト|絵|插画|插畫|插图|일러스트|그림|水彩画)(?:を|을|를|。|$)|(?:描いて|그려)|^画(?:一|只|个|幅|张)|^(?:ارسم|צייר|วาด)/u,
  ],
  [
    'photograph',
    new RegExp(
      String.raw`${OPENING}${IMAGE}\s+${OF}\s+(?!(?:the )?(?:text|words?|quotes?|our|my|your|headline|title)${END})`,
      'iu',
    ),
  ],
  [
    'photograph',
    new RegExp(
      String.raw`${BEGIN}(?:photo-?realis\p{L}*|hyper-?realis\p{L}*|shot on (?:an? )?\p{L}+|octane render|unreal engine|depth of field|bokeh|cinematic (?:light\p{L}*|shot|still)|studio light\p{L}*|golden hour|8k|4k (?:resolution|photo|uhd)|ultra-?detailed|highly detailed|isometric|low[- ]poly|claymation|(?:digital|concept|vector) art|in the style of (?:\p{L}+ )?(?:van gogh|picasso|monet|pixar|ghibli|disney|rembrandt|warhol|hockney)|--(?:ar|v|style)\s)`,
      'iu',
    ),
  ],
]

const SETTING = new RegExp(
  String.raw`${BEGIN}(?:light|lights|lighting|lit|sun|sunlight|sunset|sunrise|dawn|dusk|morning|moonlight|golden|background|foreground|table|desk|countertop|window|windowsill|beach|forest|meadow|field|mountains?|lake|river|street|alley|skyline|sky|clouds?|rain|rainy|snow|snowy|misty|foggy|fog|hands?|wooden|marble|rustic|steaming|steam|shadows?|holding|sitting|standing|running|jumping|smiling|laughing|walking|wearing|looking|pouring|floating|flying|leaning|lying|sleeping|riding|surrounded|bowl|vase|cup|mug|puppy|kitten|dog|cat|horse|woman|man|girl|boy|child|children|couple|barista|flowers?|leaves|cozy|neon|silhouette)${END}`,
  'giu',
)
// Somebody speaks to somebody, or something happens: a text, not a thing to be looked at.
const SPOKEN =
  /(?<!\p{L})(?:i|i['’]m|we|we['’]re|our|ours|us|you|your|my|me|it|it['’]s|is|are|was|were|has|have|had|will|can|do|does|don['’]t|new|now|today|tomorrow|free|join|get|shop|save|sale|open|opens|opening|announc\p{L}*|launch\p{L}*|welcome|win|book|how|why|what|when|who|tips?|guide|workshop|class|night|event|market|festival|menu|offer|deal|story|stories|history)(?!\p{L})|[!?%€$£:“"\n]|\d{2}/iu

/**
 * What a prompt asks for that words on a card cannot be: a photograph, an illustration, a logo, a picture without words.
 *
 * Undefined: its words can be set. A text in quotation marks always can.
 */
export function findPictureRequest(prompt: string): PictureRequest | undefined {
  const text = prompt.trim()
  const isWithoutWords = SURE[0]?.[1].test(text) === true
  if (isWithoutWords) return 'without words'
  if (isQuoted(text)) return undefined
  const sure = SURE.find(([, pattern]) => pattern.test(text))
  if (sure) return sure[0]
  return isScene(text) ? 'scene' : undefined
}

/** All of it is in quotation marks: the caller says that these words are to be set. */
function isQuoted(text: string): boolean {
  return /^["“«„「『].+["”»“」』][.!?]?(?:\s*[-–—―~].{1,60})?$/su.test(text) || SAYS_WORDS.test(text)
}

// `a poster of our sale with the text "Half price"`: what is in the marks is set.
const SAYS_WORDS =
  /(?:say(?:s|ing)|(?:with|the) (?:text|words?)|headline|title|reads?|reading|slogan|lettering|caption|texte?|schriftzug|texto|testo|текст\p{L}*)\s*:?\s*["“«„'‘][^"”»“'’]{2,}/iu

/** A thing, where it is and how the light falls: nobody says that to readers. */
function isScene(text: string): boolean {
  const bare = text.replace(/[.!]$/u, '')
  const words = bare.split(/\s+/u).length
  if (words < 4 || words > 40 || SPOKEN.test(bare) || /[.!;]\s/u.test(bare)) return false
  const settings = new Set((bare.match(SETTING) ?? []).map((word) => word.toLowerCase())).size
  const hasStyle = STYLE_WORDS.test(bare)
  const isThing = /^(?:an?|two|three|several|some)\s/iu.test(bare)
  return settings >= 3 || (settings >= 2 && (isThing || hasStyle)) || (settings >= 1 && isThing && hasStyle)
}
