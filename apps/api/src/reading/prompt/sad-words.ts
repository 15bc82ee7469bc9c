import type { Language } from '../language/stop-words.ts'
import { MORE_NOTICES, MORE_SAD } from './sad-words-more.ts'

const SAD: readonly RegExp[] = [
  // In capitals only: `rip` is a verb as well. `We lost Anna`, but not `we lost 20 kilos`.
  /\bRIP\b|\b[Ww]e(?:['’]ve| have)? lost \p{Lu}\p{Ll}/u,
  /\b(?:passed away|passing of|obituary|eulogy|passed (?:on )?peacefully|rainbow bridge|(?:i|we)(?:['’]ll| will)? miss (?:you|him|her|them)\b(?! out)|rest easy|lost (?:his|her|their) (?:battle|li(?:fe|ves))|lost my job|(?:was|were|been|being|got) let go|made redundant|redundanc(?:y|ies)|thoughts and prayers|thoughts are with|hearts? (?:are|is|goes?) (?:with|out|broken)|pray(?:ing|ers)? for|vigil|celebration of life|hospice|shooting at|parting ways with|(?:difficult|tough|hard|painful|hardest) decision|reduc(?:e|ed|ing) (?:our|the) (?:team|workforce|headcount)|last day of (?:business|trading)|clos(?:e|ed|ing) (?:down|for good|permanently|our doors)|divorce|broke my heart|sad(?:ly|ness|dened)?|sorry|apolog(?:y|i[sz]e|ies|i[sz]ing)|condolences?|mourn(?:s|ing|ed)?|grie(?:f|ve|ving)|heartbroken|heartbreaking|devastat(?:ed|ing)|died|death|dies|funeral|in (?:loving )?memory|in remembrance|killed(?! it\b)|injured|fatal|accidents?|miscarriage|suicide|bereave\w*|gone too soon|rest in peace|r\.i\.p|tragedy|tragic|tragically|unfortunately|regret(?:s|fully)?|closing (?:our|its|the|my) doors|permanently clos(?:ed|ing|e)|shutting down|shut down|layoffs?|laid off|lay(?:ing)? off|let(?:ting)? go of (?:our|\d)|bankruptcy|insolvency|(?<!\b(?:noise|free|easy)[- ])cancel(?:led|ed|lation|ling|ing)|earthquake|flood(?:ed|ing|s)?|wildfires?|outage|data breach|breach|victims?|cancer|diagnosed|diagnosis|lost (?:our|my|a) (?:\w+ )?(?:friend|colleague|founder|father|mother|dad|mum|mom|dog|cat|brother|sister|grandmother|grandfather|teammate|member)|we(?:['’]re| are) closing(?! (?:early|at|for (?:the|a) (?:day|holidays?)|on (?:\d|\p{Lu})))|will be missed|farewell|goodbye|heavy hearts?)\b/iu,
  /\b(?:lamentamos|fallecid[oa]|falleci(?:ó|miento)|pésame|condolencias|tristeza|triste(?:mente)?|disculpas|luto|cierre definitivo|cerramos (?:para siempre|definitivamente|nuestras puertas))(?!\p{L})/iu,
  /\b(?:verstorben|gestorben|traurig(?:e[nrs]?)?|trauer(?:n|t)?|beileid|leider|entschuldig(?:en|ung)|abschied|insolvenz|abgesagt|schließen (?:für immer|endgültig))\b/iu,
  /\b(?:tristesse|triste|décès|décédée?|condoléances|hélas|malheureusement|regret(?:tons|s)?|deuil|désolée?s?|excuses|annulée?s?|fermons définitivement)(?!\p{L})/iu,
  /\b(?:lamentamos|faleceu|falecimento|pêsames|condolências|tristeza|triste|infelizmente|desculpas|luto|cancelad[oa])(?!\p{L})/iu,
  /\b(?:scompars[oa]|mort[oae]|deceduto|condoglianze|purtroppo|tristezza|triste|lutto|scusiamo|scuse|annullat[oa]|chiudiamo (?:per sempre|definitivamente))\b/iu,
  /(?<!\p{L})(?:умер(?:ла|ли)?|скончал|скорб|соболезнован|к сожалению|прискорб|трагед|извин|закрываемся)/iu,
  /(?<!\p{L})(?:overleden|helaas|verdrietig|condoleances|droevig|geannuleerd|excuses)(?!\p{L})/iu,
  /逝世|去世|哀悼|抱歉|遗憾|遺憾|悲痛|停业|停業|亡くな|逝去|追悼|お悔やみ|申し訳|お詫び|残念|閉店|悲し|별세|애도|유감|죄송|슬픈|안타깝|폐업|취소/u,
  /وفاة|توفي|نعزي|التعازي|للأسف|نعتذر|حزن|ببالغ|निधन|शोक|दुख|खेद|क्षमा|माफी|เสียชีวิต|เสียใจ|อาลัย|ขออภัย|πέθανε|θλίψη|συλλυπητήρια|δυστυχώς/u,
]

// Hard words that mean no harm here.
const HARMLESS =
  /\b(?:(?:say|says|said|saying|kiss|wave) goodbye to|goodbye,? (?:winter|summer|january|monday)|death by chocolate|no regrets?|by accident|sorry,? not sorry|died laughing|to die for|flood(?:ed|s)? (?:of|with)|cancer[- ]free|beat cancer|in remission|free cancellation|cancel (?:any ?time|your)|cancer (?:research|awareness|season)|flood ?lights?)\b/giu

const NOTICE: readonly RegExp[] = [
  /\b(?:recall(?::| (?:of|notice))|product recall|(?:(?:has|have|is|are) (?:been )?recall(?:ed|ing))|(?:\w*storm|tornado|hurricane|weather|heat|wind|fire|tsunami|air quality|snow|ice|frost|blizzard|tornado) (?:warning|watch|alert|advisory)|boil[- ]water|evacuat\w+|power (?:cuts?|failure)|stay (?:indoors|safe)|amber alert|seek shelter)\b/iu,
  /\b(?:(?:aware of|investigating|working to (?:fix|resolve)) (?:an?|the|this|some|reports of)|(?:service|network) (?:disruption|interruption)s?|degraded performance|(?:scheduled|planned|emergency) maintenance|down for maintenance|(?:is|are|was|were) (?:currently )?down(?: (?:for|right now|at the moment))?(?=[.!,]|$| for| right)|deprecat\w+|end[- ]of[- ](?:life|support)|will (?:be|stop) (?:unavailable|working)|security (?:incident|issue|vulnerability)|stop using|do not (?:eat|consume|drink))\b/iu,
  /\b(?:road clos(?:ure|ed)|will (?:be|remain) closed|(?:is|are|re|office|store|shop|pool|library) closed\b|closed (?:on|for|today|tomorrow|until)|closing early|(?:is|are|will be|has been|have been) delayed|delays? (?:of|in|on)|we(?:['’]ve| have)? raised (?:our )?prices|prices? (?:will |are |is )?(?:go(?:ing)? up|increas\w+)|price increase|missing (?:since|person|child)|lost (?:cat|dog|pet|keys))\b/iu,
  /(?<!\p{L})(?:rückruf|störung|unwetterwarnung|warnung|wartungsarbeiten|geschlossen|preiserhöhung|aviso importante|retirada de producto|alerta (?:meteorológica|roja|naranja)|cerrad[oa]s? (?:el|por|hasta)|alerte (?:météo|rouge|orange)|rappel de produits?|fermée?s? (?:le|pour|jusqu)|panne|allerta meteo|richiamo|chius[oiae] (?:il|per|fino)|alerta de|fechad[oa]s? (?:n[oa]|por|até)|terugroep\p{L}*|storing|weerswaarschuwing|gesloten)(?!\p{L})/iu,
]

/** Whether a text tells of a death, a loss, an apology, a cancellation or a closing, in any language that is known. */
export function isSad(text: string, language: Language): boolean {
  const told = text.replace(HARMLESS, ' ')
  // Swedish `dog` is a death, English `dog` is not.
  return SAD.some((pattern) => pattern.test(told)) || (language !== 'en' && MORE_SAD.some((one) => one.test(told)))
}

/** Whether a text warns, recalls or tells of a disturbance: nothing to cheer at, everything to be read. */
export function isNotice(text: string, language: Language): boolean {
  return NOTICE.some((pattern) => pattern.test(text)) || (language !== 'en' && MORE_NOTICES.test(text))
}
