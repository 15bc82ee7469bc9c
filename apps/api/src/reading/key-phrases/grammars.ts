/** What a noun phrase is told by. */
export interface Grammar {
  /** Articles, possessives and verbs with an object: what follows is a noun, or an adjective and its noun. */
  readonly openers: ReadonlySet<string>
  /** Words between them that say nothing: `new`, `best`, `our`. */
  readonly skipped: ReadonlySet<string>
  /** Nouns too general for a tag, and words that are none in spite of their place. */
  readonly weak: ReadonlySet<string>
  /** Forms that no noun worth a tag has: verbs, oblique cases. */
  readonly isNoNoun: RegExp
  /** Words that need another behind them. */
  readonly adjective: RegExp
  /** What joins a noun to the next: `colecție de toamnă`. */
  readonly link?: string
  /** Names change their ending by case, so a name as it stands is not the name. */
  readonly declinesNames: boolean
}

export type GrammarLanguage = 'nl' | 'sv' | 'da' | 'no' | 'el' | 'hu' | 'fi' | 'ro'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u))
const NEVER = /(?!)/u

export const GRAMMARS: Readonly<Record<GrammarLanguage, Grammar>> = {
  nl: {
    openers: words('de het een onze ons mijn jullie deze dit met voor van lanceren openen presenteren introduceren'),
    skipped: words(
      'favoriete nieuwe nieuw nieuwste eerste tweede beste mooie mooiste leuke grote kleine laatste volgende eigen',
    ),
    weak: words(`dag dagen week weken weekend maand maanden jaar jaren uur uren tijd keer mensen iedereen iemand niemand allemaal deel plek plaats ding dingen manier
      maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april juni juli augustus september oktober november december
      ochtend middag avond nacht moment leven wereld team deuren harte altijd meeste hele plezier liefde trots vandaag morgen alles iets niets`),
    isNoNoun:
      /^(?:\p{L}*(?:eert|ieren|isch)|opent|werkt|komt|gaat|staat|start|begint|sluit|biedt|geeft|brengt|maakt|helpt|wordt|blijft|ligt|loopt|zorgt|groeit|viert|zoekt|verwelkomt|verkoopt)$/u,
    adjective:
      /^(?:\p{L}{3,}(?:ische|ige|elijke|bare|zame|loze|aalse|nse|dse|rse)|vers|verse|warme?|koude|donkere|groene|rode|zwarte|witte|blauwe|gratis|biologische?|lokale?|handgemaakte|vegan|online|digitale?|zomerse|ambachtelijke?)$/u,
    declinesNames: false,
  },
  sv: {
    openers: words('en ett vår vårt våra min mitt mina lanserar öppnar introducerar presenterar släpper'),
    skipped: words('ny nytt nya nyaste första andra bästa stor stora stort liten litet små fin fina egen eget egna'),
    weak: words(`dag dagar vecka veckan veckor månad år timme timmar tid gång gånger människor del plats sak saker sätt måndag tisdag onsdag torsdag fredag lördag
      söndag januari februari mars april maj juni juli augusti september oktober november december morgon kväll natt helg helgen stund liv värld team dörrar del`),
    isNoNoun: NEVER,
    adjective:
      /^(?:\p{L}{3,}(?:isk|iska|iskt|liga?|ligt|iga?|igt|nsk|nska|nskt)|mörk[at]?|mörkt|svarta?|svart|vita?|vitt|röda?|rött|blåa?|blått|gröna?|grönt|färska?|färskt|varma?|varmt|kalla?|kallt|fria?|fritt|veganska?)$/u,
    declinesNames: false,
  },
  da: {
    openers: words('en et vores min mit mine lancerer åbner introducerer præsenterer'),
    skipped: words('ny nyt nye nyeste første anden bedste stor stort store lille små fin fint fine egen eget egne'),
    weak: words(`dag dage uge ugen uger måned år time timer tid gang gange mennesker del sted ting måde mandag tirsdag onsdag torsdag fredag lørdag søndag januar
      februar marts april maj juni juli august september oktober november december morgen aften nat weekend øjeblik liv verden team døre`),
    isNoNoun: NEVER,
    adjective:
      /^(?:\p{L}{3,}(?:isk|iske|ligt?|lige|igt?|ige|nsk|nske)|mørkt?|mørke|sorte?|hvide?|hvidt|rødt?|røde|blåt?|grønt?|grønne|friske?|varmt?|varme|koldt?|kolde|fri|frit|veganske?)$/u,
    declinesNames: false,
  },
  no: {
    openers: words('en et ei vår vårt våre min mitt mine lanserer åpner introduserer presenterer'),
    skipped: words(
      'ny nytt nye nyeste første andre beste stor stort store liten lite små fin fint fine egen eget egne',
    ),
    weak: words(`dag dager uke uken uker måned år time timer tid gang ganger mennesker del sted ting måte mandag tirsdag onsdag torsdag fredag lørdag søndag januar
      februar mars april mai juni juli august september oktober november desember morgen kveld natt helg helgen øyeblikk liv verden team dører`),
    isNoNoun: NEVER,
    adjective:
      /^(?:\p{L}{3,}(?:isk|iske|lig|lige|ig|ige|nsk|nske)|mørkt?|mørke|svarte?|hvite?|hvitt|rødt?|røde|blåt?|blå|grønt?|grønne|ferske?|varmt?|varme|kaldt?|kalde|fri|fritt|veganske?)$/u,
    declinesNames: false,
  },
  el: {
    openers: words('η το τη την τον οι τα τις τους μια μία ένα έναν'),
    skipped: words(
      'αγαπημένος αγαπημένη αγαπημένο σας μας νέα νέο νέος νέοι νέες νέου καινούργια καινούργιο καινούρια καινούριο πρώτη πρώτο πρώτος καλύτερη καλύτερο μεγάλη μεγάλο τελευταία',
    ),
    weak: words(`μέρα ημέρα ημέρες εβδομάδα μήνα μήνας χρόνο χρόνια ώρα ώρες φορά φορές άνθρωποι κόσμο κόσμος μέρος πράγμα πράγματα τρόπο τρόπος δευτέρα τρίτη τετάρτη
      πέμπτη παρασκευή σάββατο κυριακή ιανουάριο φεβρουάριο μάρτιο απρίλιο μάιο ιούνιο ιούλιο αύγουστο σεπτέμβριο οκτώβριο νοέμβριο δεκέμβριο πρωί βράδυ απόγευμα
      νύχτα στιγμή ζωή ομάδα πόρτες σαββατοκύριακο όλα πάντα ίδιο ίδια`),
    // Behind `το` and `τα` a verb may stand: `το αγαπάμε`.
    isNoNoun: /(?:ω|ώ|εις|ουμε|ούμε|άμε|αμε|ετε|άτε|ατε|είτε|ουν|ούν|αν|θηκε|σατε|εται|άται|ονται)$/u,
    adjective:
      /(?:ικ|ιν|ειν|αρ|ηρ|ωτ|ητ|ιμ|ιστ|φρέσκ|σπιτ|μαύρ|λευκ|κόκκιν|πράσιν)(?:ή|η|ό|ο|ός|ος|ά|α|ές|ες|οί|οι|ους|ούς)$/u,
    declinesNames: true,
  },
  hu: {
    openers: words('a az egy új'),
    skipped: words('új legújabb első második legjobb nagy kis saját mi'),
    weak: words(`nap napok hét hetek hónap év évek óra perc idő alkalom emberek rész hely dolog dolgok mód hétfő kedd szerda csütörtök péntek szombat vasárnap január február
      március április május június július augusztus szeptember október november december reggel délután este éjszaka pillanat élet világ csapat ajtó ajtók hétvége elmúlt legtöbb teljes következő`),
    isNoNoun:
      /(?:ban|ben|nak|nek|val|vel|ról|ről|ból|ből|tól|től|hoz|hez|höz|ért|kor|ként|ára|ére|ján|jén|unkra|ünkre)$/u,
    adjective:
      /(?:[^aeou]i|[aáeéoóöő]s|ú|ű|ó|ő|friss|házi|meleg|hideg|ingyenes|digitális|kézműves|sötét|fekete|fehér|piros|zöld|kék)$/u,
    declinesNames: true,
  },
  fi: {
    openers: words('uusi uudet meidän oma tämä julkaisimme avasimme esittelemme'),
    skipped: words('uusi uudet ensimmäinen toinen paras parhaat suuri suuret pieni pienet oma omat'),
    weak: words(`päivä päivät viikko viikot kuukausi vuosi vuodet tunti tunnit aika kerta ihmiset osa paikka asia asiat tapa maanantai tiistai keskiviikko torstai perjantai
      lauantai sunnuntai tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu aamu ilta yö hetki elämä maailma tiimi ovet viikonloppu`),
    isNoNoun: /(?:ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|een|iin|oon|öön|mme|vat|vät|aa|ää|nut|nyt)$/u,
    adjective: /(?:inen|iset|tuore|tuoreet|musta|valkoinen|punainen|vihreä|sininen|ilmainen|tumma)$/u,
    declinesNames: true,
  },
  ro: {
    openers: words('un o noua noul noile noii nou nouă pentru cu lansăm deschidem prezentăm'),
    skipped: words(
      'nou nouă noua noul noile noii prima primul cea cel mai bună bun mare mici noastră nostru noastre noștri mea meu',
    ),
    weak: words(`zi zile săptămână săptămâni lună luni an ani oră ore timp dată ori oameni parte loc lucru lucruri mod marți miercuri joi vineri sâmbătă duminică ianuarie
      februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie dimineață seară noapte moment viață lume echipă uși weekend drag plăcere bucurie voi noi toți`),
    isNoNoun: /(?:ăm|ați|eți|iți|ează|ește|ând|ind)$/u,
    adjective: NEVER,
    link: 'de',
    declinesNames: false,
  },
}
