const SAD: readonly RegExp[] = [
  // In capitals only: `rip` is a verb as well. `We lost Anna`, but not `we lost 20 kilos`.
  /\bRIP\b|\b[Ww]e(?:['’]ve| have)? lost \p{Lu}\p{Ll}/u,
  /\b(?:passed away|passing of|sad(?:ly|ness|dened)?|sorry|apolog(?:y|i[sz]e|ies|i[sz]ing)|condolences?|mourn(?:s|ing|ed)?|grie(?:f|ve|ving)|heartbroken|heartbreaking|devastat(?:ed|ing)|died|death|dies|funeral|in (?:loving )?memory|in remembrance|killed(?! it\b)|injured|fatal|accident|miscarriage|suicide|bereave\w*|gone too soon|rest in peace|r\.i\.p|tragedy|tragic|tragically|unfortunately|regret(?:s|fully)?|closing (?:our|its|the|my) doors|permanently clos(?:ed|ing|e)|shutting down|shut down|layoffs?|laid off|lay off|let(?:ting)? go of (?:our|\d)|bankruptcy|insolvency|(?<!\b(?:noise|free|easy)[- ])cancel(?:led|ed|lation|ling|ing)|earthquake|flood(?:ed|ing|s)?|wildfires?|outage|data breach|breach|victims?|cancer|diagnosed|diagnosis|lost (?:our|my|a) (?:\w+ )?(?:friend|colleague|founder|father|mother|dad|mum|mom|dog|cat|brother|sister|grandmother|grandfather|teammate|member)|we(?:['’]re| are) closing|will be missed|farewell|goodbye|heavy hearts?)\b/iu,
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

/** Whether a text tells of a death, a loss, an apology, a cancellation or a closing, in any language that is known. */
export function isSad(text: string): boolean {
  return SAD.some((pattern) => pattern.test(text))
}
