import type { Language } from '../language/stop-words.ts'

// What is new but no news to cheer at: opening hours, an address, rules, prices.
const DRY = {
  es: String.raw`(?!\s+(?:horarios?|direcci[oó]n|tel[eé]fono|normas?|precios?|tarifas?|pol[ií]tica))`,
  de: String.raw`(?!\s+(?:öffnungszeiten|adresse|anschrift|telefonnummer|nummer|regeln?|preise?|richtlinien?|bankverbindung))`,
  fr: String.raw`(?!\s+(?:horaires?|adresse|numéro|règles?|prix|tarifs?))`,
  pt: String.raw`(?!\s+(?:horários?|endereço|morada|número|regras?|preços?))`,
  it: String.raw`(?!\s+(?:orari[o]?|indirizzo|numero|regol[ae]|prezz[io]|tariff[ae]))`,
}

/** What tells that something new is announced, in languages other than English. Narrow: a cheer must fit. */
export const LAUNCH_WORDS: Readonly<Partial<Record<Language, RegExp>>> = {
  es: new RegExp(
    String.raw`\b(?:lanzamos|hemos lanzado|acabamos de lanzar|presentamos|estrenamos|ya (?:está|están) disponibles?|inauguramos|abrimos|nuev[oa]s?${DRY.es})\b`,
    'iu',
  ),
  de: new RegExp(
    String.raw`\b(?:ab sofort|jetzt (?:neu|verfügbar|erhältlich|live)|wir (?:starten|eröffnen|launchen)|(?:veröffentlicht|eingeführt|eröffnet|gelauncht)|neue[rnsm]?\b${DRY.de})(?!\p{L})`,
    'iu',
  ),
  fr: new RegExp(
    String.raw`\b(?:lançons|nous avons lancé|venons de lancer|découvrez|présentons|désormais disponible|ouvrons|nouve(?:au|lle|aux|lles)\b${DRY.fr})(?!\p{L})`,
    'iu',
  ),
  pt: new RegExp(
    String.raw`\b(?:lançamos|acabamos de lançar|apresentamos|já está disponível|abrimos|nov[oa]s?\b${DRY.pt})(?!\p{L})`,
    'iu',
  ),
  it: new RegExp(
    String.raw`\b(?:lanciamo|abbiamo (?:appena )?lanciato|presentiamo|ora disponibile|apriamo|nuov[oaie]\b${DRY.it})\b`,
    'iu',
  ),
  nl: /(?<!\p{L})(?:(?:we|wij) (?:lanceren|introduceren|presenteren)|nu (?:verkrijgbaar|beschikbaar)|onze nieuwe (?:collectie|app|website|webshop|menukaart|kaart|service|functie))(?!\p{L})/iu,
  sv: /(?<!\p{L})(?:vi (?:lanserar|introducerar|presenterar|släpper)|nu (?:lanserar|släpper) vi|vår nya (?:kollektion|app|webbplats|meny|tjänst|funktion))(?!\p{L})/iu,
  da: /(?<!\p{L})(?:vi (?:lancerer|introducerer|præsenterer)|vores nye (?:kollektion|app|hjemmeside|menu))(?!\p{L})/iu,
  no: /(?<!\p{L})(?:vi (?:lanserer|introduserer|presenterer)|vår nye (?:kolleksjon|app|nettside|meny))(?!\p{L})/iu,
  pl: /(?<!\p{L})(?:wprowadzamy|prezentujemy|przedstawiamy|już dostępn[aey]|nasza nowa (?:kolekcja|aplikacja|strona|karta|oferta)|nowa kolekcja)(?!\p{L})/iu,
  cs: /(?<!\p{L})(?:představujeme|spouštíme|uvádíme|naše nová (?:kolekce|aplikace|nabídka)|nová kolekce)(?!\p{L})/iu,
  tr: /(?<!\p{L})(?:yeni (?:koleksiyonumuz|uygulamamız|menümüz|sitemiz|(?:\p{L}+ )koleksiyonumuz)|satışta|yayında|tanıtıyoruz|kullanıma sunduk)(?!\p{L})/iu,
  ro: /(?<!\p{L})(?:lansăm|am lansat|prezentăm|noua noastră (?:colecție|aplicație))(?!\p{L})/iu,
  hu: /(?<!\p{L})(?:bemutatjuk|elindult|megérkezett az új)(?!\p{L})/iu,
  fi: /(?<!\p{L})(?:julkaisimme|lanseeraamme|esittelemme|uusi (?:mallistomme|sovelluksemme))(?!\p{L})/iu,
  uk: /(?<!\p{L})(?:представляємо|запускаємо|запустили|нова колекція)(?!\p{L})/iu,
  ru: /(?<!\p{L})(?:представляем|запускаем|запустили|новая (?:\p{L}+ая )?коллекция)(?!\p{L})/iu,
  el: /(?<!\p{L})(?:κυκλοφορήσαμε|παρουσιάζουμε|λανσάρουμε|νέα συλλογή)(?!\p{L})/iu,
  he: /(?<!\p{L})(?:השקנו|אנחנו משיקים|גאים להשיק)(?!\p{L})/u,
}

/** A place that opens is visited, not judged: `what do you think?` would be odd behind it. */
export const OPENS_A_PLACE =
  /(?<!\p{L})(?:abrimos|inauguramos|abre|eröffn\p{L}*|öffn\p{L}*|ouvrons|ouvre|inaugur\p{L}*|apriamo|apre|open(?:en|t)|öppnar|åbner|åpner|otwier\p{L}*|otevír\p{L}*|açılıyor|açıldı|açtık|deschid\p{L}*|megnyí\p{L}*|avaa\p{L}*|avautuu|відкрива\p{L}*|открыва\p{L}*|filial\p{L}*|tienda|boutique|negozio|loja|winkel|butikk?|sklep|mağaza\p{L}*|schließ\p{L}*|erhöh\p{L}*)(?!\p{L})/iu
