const list = (text: string): string[] => text.split(/\s+/u).filter(Boolean)

const REGULAR_VERBS =
  list(`affect mash whisk migrate premiere dm invite retweet repost arrive accept achieve add admire adopt advise afford agree aim allow announce answer appear apply appreciate approach
  arrive ask assume attend avoid bake become begin believe belong book boost bring browse build buy call care
  carry catch celebrate change chase check choose claim clean climb close collect combine come commit compare complete confirm
  connect consider contact contain continue contribute cook cost count cover create cut dance deal decide deliver deserve design develop discover
  discuss donate download draw dream drink drive drop earn eat empower enable encourage enjoy ensure enter exist expand expect explain explore
  express face fail fall feature feel fight fill find finish fix focus follow forget gather get give go grab grow
  guess handle hang happen hate hear help hide hire hit hold hope host imagine improve include increase inspire
  install introduce invest invite involve join jump keep kick know last laugh launch lead learn leave let like limit listen live
  look lose love make manage matter mean meet mention miss move need notice offer open order organize own pack paint park
  partner pass pay quit perform pick plan play post pour prefer prepare present prevent produce promise promote protect prove
  provide publish pull push put raise reach read realize receive recommend record reduce release remain remember remind remove rent repair
  replace reply report represent require rescue reserve respond rest return reveal review rise roll run save say see seem sell send serve
  set share shine ship shop show sign sing sit sleep slow smell solve sort speak spend spread stand start stay step stick stop
  subscribe skip mark knit stitch bake apply brew fold roast plant reconcile photograph paint mix peel chop stir measure price ride climb stream swap text tweet upload vote weigh zoom succeed suggest support surprise switch take talk taste teach tell test thank think throw touch train travel
  treat try turn understand unlock unveil update upgrade use vary visit volunteer vote wait wake walk want warm wash watch wear welcome
  win wish wonder work worry write`)

const IRREGULAR_FORMS =
  list(`became began brought built bought came caught chose cut dealt drew drank drove ate fell felt fought found forgot got gave
  given gone went grew grown hit held heard hid kept knew known led left lent let lost made meant met paid put read ran said saw
  seen sold sent set shook shown sang sat slept spoke spoken spent stood stuck swept swam took taken taught told thought threw
  understood woke wore won wrote written born risen rose begun broken chosen driven drunk eaten fallen forgotten hidden worn
`)

function forms(verb: string): string[] {
  if (/[^aeiou]y$/u.test(verb)) {
    const stem = verb.slice(0, -1)
    return [verb, `${stem}ies`, `${stem}ied`, `${verb}ing`]
  }
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb
  const doubled = /[^aeiou][aeiou][bdgklmnprt]$/u.test(verb)
    ? [`${verb}${verb.slice(-1)}ed`, `${verb}${verb.slice(-1)}ing`]
    : []
  const third = /(?:s|x|z|ch|sh|o)$/u.test(verb) ? `${verb}es` : `${verb}s`
  return [verb, third, `${stem}ed`, `${stem}ing`, ...doubled]
}

/** Past forms and others that no noun looks like. */
export const IRREGULAR_VERB_FORMS: ReadonlySet<string> = new Set(
  IRREGULAR_FORMS.filter((form) => !/^(?:cut|hit|put|read|set|run|lead|left|felt)$/u.test(form)),
)

export const VERB_FORMS: ReadonlySet<string> = new Set([...REGULAR_VERBS.flatMap(forms), ...IRREGULAR_FORMS])

/** Words that end a noun phrase: prepositions, pronouns, conjunctions, determiners, common adverbs. */
export const BREAKING_WORDS: ReadonlySet<string> = new Set(
  list(`a about above across after again against ago ahead all almost alone along already also although always among amount an and another
    any anybody anyone anything anywhere apart around as aside at away back because before behind below beneath beside
    between beyond both but by certain despite down due during each either else enough even ever every everybody everyone everything
    everywhere except far few fewer for forever from front further half he her here hers herself him himself his how however i if in
    indeed inside instead into it its itself just least less let's like likely little lots many maybe me meanwhile mine more most
    much my myself near nearly neither never nevertheless no nobody none nor not nothing now nowhere of off often oh ok okay on once one
    ones only onto or other others otherwise our ours ourselves out outside over own past per perhaps please plus quite
    rather really same several shall she since so some somebody someone something sometimes somewhere soon still
    such than that the their theirs them themselves then there therefore these they this those though through throughout thus
    till to together too toward towards under underneath unless unlike until up upon us very via we well what whatever
    when whenever where wherever whether which while who whoever whole whom whose why with within without yes yet you
    your yours yourself zero two three four five six seven eight nine ten eleven twelve twenty thirty fifty hundred thousand
    million billion first second third next last half cet cest gmt utc est pst edt pdt is are was were be been being am has have had having do does did done doing will would can could
    should may might must cannot sizes xs xl xxl aloud abroad online offline lol omg haha wow ugh hmm btw fyi tbh imo psa yep nope aware aka pre-order preorder preorders pls plz hr hrs min mins lb lbs oz kg km ml tsp tbsp cm mm ft sqft rip dont cant wont im ive its theyre were youre thats whats lets tbd mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec today tomorrow tonight yesterday hey hi hello wow yay thanks vs etc am pm`),
)

/** Adjectives that say how good, large or new a thing is, not which: they are left off a tag. */
export const EVALUATIVE_ADJECTIVES: ReadonlySet<string> = new Set(
  list(`faster slower bigger smaller cheaper easier harder stronger longer shorter higher lower nicer larger prouder happier
    able absolute actual amazing available awesome awful bad beautiful best better big biggest brand-new brilliant busy
    complete cool crazy current delighted different difficult easy entire epic excellent excited exciting extra fantastic
    favorite favourite final fine free friendly full fun funny glad good gorgeous grateful great happy hard high huge humbled important
    incredible inspiring key large last late latest legendary long lovely low lucky main major massive new newest next nice normal old ongoing perfect
    personal pleased possible pretty proud quick ready real recent right serious short simple small sorry special strange
    early stunning spacious charming cozy elegant stylish luxurious affordable cute adorable yummy tasty spectacular incredible
    sure thankful thrilled tiny tired top total true unique upcoming usual various whole wonderful wrong young`),
)

/** Adjectives that do say which thing is meant; alone they are no tag, and a noun follows them. */
export const DESCRIPTIVE_ADJECTIVES: ReadonlySet<string> = new Set(
  list(`gentle quick easy slow fast dark bright fresh warm cold hot cool soft local global organic handmade vegan wild sweet bitter spicy creamy rainy sunny snowy cosy cozy
    quiet loud clean green black white red blue yellow orange pink purple brown grey gray golden silver modern vintage classic digital
    mobile remote social public private creative sustainable healthy mental physical professional seasonal shared unpopular popular`),
)

/** Nouns too general to find anything by, alone. */
export const GENERAL_NOUNS: ReadonlySet<string> = new Set(
  list(`thing things way ways lot lots bit kind kinds sort part parts place places time times moment moments day days night nights week weeks weekend weekends month
    months year years hour hours minute minutes second seconds morning evening afternoon noon midnight january february march april may
    june july august september october november december monday tuesday wednesday thursday friday saturday sunday
    person people man men woman women guy guys everyone world one team teams company companies user users customer customers member members number numbers
    fact facts question questions answer answers reason reasons example examples idea ideas result results point points case cases
    door doors side end start beginning rest list line name names word words post posts video videos picture pictures photo photos image images
    thought thoughts news announcement story stories link bio comment comments detail details info information stuff level
    step steps piece pieces half percent total amount top bottom front middle center order offer deal help support
    work life home world-class mind hand hands eye eyes head heart face feeling look feel love hope wish lesson lessons tip tips
    insight insights benefit benefits secret secrets key keys success change changes chance everything size sizes store stock
    code date dates minutes price prices street road floor room spot spots seat seats guest guests app apps-all edition version
    tag tags friend friends family kids set sets box way-out purchase purchases morning mornings launch country countries notes tool tools habit habits releases release update updates town city excitement future guy guys chance tip importance power role impact value need series call audience target wait season score single platform platforms reminder office crew born recall giveaway cup cups bed bath paragraph breaking goodbye best position specials fam email phone ends issue issues sober inch inches match refund docs spam draft winner winners`),
)

/** Phrases that mean more than their words; some hold a word that would end a phrase. */
export const FIXED_PHRASES: readonly (readonly string[])[] =
  list(`behind-the-scenes work-in-progress day-in-the-life black-friday cyber-monday
  new-year new-year's-eve mother's-day father's-day valentine's-day women's-day earth-day open-day open-house grand-opening
  word-of-mouth farm-to-table made-to-order back-to-school work-from-home women-in-tech small-business-saturday giving-tuesday
  call-for-papers year-in-review throwback-thursday meet-the-team dark-mode open-source free-shipping happy-hour live-music remote-work
  early-access mental-health soft-launch press-release customer-service time-management team-building live-stream
  build-in-public building-in-public employee-of-the-month zero-waste slow-living plant-based early-bird date-night sunday-brunch`).map(
    (phrase) => phrase.split('-'),
  )

/** How some words are written by those who know them. */
export const KNOWN_CASING: ReadonlyMap<string, string> = new Map(
  list(`AI API APIs B2B B2C CEO CRM CSS CTO DIY DJ EU EV FAQ GDPR GPU GPT HR HTML iOS iPad iPhone IT JavaScript TypeScript LinkedIn macOS MVP NASA NFT NGO
    PDF PostgreSQL PR QA SaaS SDK SEO SQL TikTok TV UI UK US USA UX VR AR WiFi YouTube eBay GitHub LGBTQ 3D BBQ`).map(
    (word) => [word.toLowerCase(), word],
  ),
)
