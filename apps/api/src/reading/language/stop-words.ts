import { MORE_SCRIPT_WORDS, MORE_STOP_WORDS } from './more-stop-words.ts'

/** Languages the writer knows words of. Anything else is kept whole and left without stock phrases. */
export type Language =
  | 'en'
  | 'es'
  | 'de'
  | 'fr'
  | 'pt'
  | 'it'
  | 'nl'
  | 'ja'
  | 'zh'
  | 'ko'
  | 'th'
  | 'ar'
  | 'hi'
  | 'ru'
  | keyof typeof MORE_STOP_WORDS
  | keyof typeof MORE_SCRIPT_WORDS
  | 'unknown'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u))

/** The function words a language is told by. */
export const STOP_WORDS = {
  en: words(`a about after all also an and any are as at be been before behind being but by can could did do does for from
    get had has have he her here his how i if in into is it its it's just let's like me more most my new no not now of
    off on one only or our out over she so some than that the their them then there these they this those through to
    today too under until up us was we we're we've were what when where which while who why will with without would you
    your you're i'm don't every first last next week weekend people`),
  es: words(`a al algo ante antes como con contra cuando de del desde donde dos el ella ellos en entre era es esta está
    estamos estas este esto estos fue ha han hasta hay hemos hoy la las le les lo los más me mi mis muy nada ni no nos
    nosotros nuestra nuestras nuestro nuestros o os otra para pero por porque que qué se ser si sin sobre son su sus
    también te tiene todo todos todas tu tus un una uno vuestra y ya yo nueva nuevo gracias ahora`),
  de: words(`aber alle allem allen als am an auch auf aus bei bin bis da das dass dein deine dem den der des die diese
    diesem dieser durch ein eine einem einen einer es euch euer für habe haben hat heute ich ihr ihre im in ist ja jetzt
    kein keine mehr mein meine mit nach neu neue neuen nicht noch nun nur oder ohne sehr sein seine seit sich sie sind so
    über um und uns unser unsere unserem unseren unserer unter vom von vor war was wenn werden wie wir wird zu zum zur
    gerade liebe`),
  fr: words(`a à au aujourd'hui aussi aux avec avons c'est ce ces cette chez comme d'un d'une dans de depuis des du elle
    en entre es est et était être eu fait il ils j'ai je l'on la le les leur leurs lui ma mais mes moi mon ne nos notre
    nous nouveau nouvelle on ou où par pas plus pour qu'il que qui sa sans se ses si son sont sous sur ta te tes toi ton
    tous tout toute toutes très tu un une vos votre vous y`),
  pt: words(`a ao aos às até com como da das de dela dele do dos e é ela ele em entre era essa esse esta está estamos
    este eu foi há hoje isso já lhe mais mas me meu meus minha muito na nas não nem no nos nós nossa nossas nosso nossos
    num numa o os ou para pela pelo por porque quando que quem se sem ser seu seus só sua suas são também te tem temos
    teu todos todas um uma você vocês novo nova agora obrigado obrigada`),
  it: words(`a abbiamo agli al alla alle anche che chi ci come con così da dal dalla degli dei del della delle di dopo e
    è era essere fra fino gli ha hanno ho i il in io l'ho la le lei lo loro lui ma mi mia mio molto nei nel nella nelle
    noi non nostra nostre nostri nostro nuova nuovo o ogni oggi per perché più qui quando questa queste questi questo
    se sei si siamo sono sua sue sul sulla suo tra tutti tutte un una uno vi voi grazie adesso`),
  nl: words(`aan al alle als bij dan dat de deze die dit door een en er geen had heb hebben heeft het hij hoe ik in is je
    jij jullie kan maar meer met mijn na naar niet nieuwe nog nu of om onder ons onze ook op over te tot uit van vandaag
    veel voor was wat we wij wordt zich zijn zonder`),
  ...MORE_STOP_WORDS,
  ...MORE_SCRIPT_WORDS,
} as const satisfies Partial<Record<Language, ReadonlySet<string>>>
