// A headline such as `Grand opening Saturday` holds no function word; these tell it for English all the same. None of
// them is a common word of another Latin-script language.
const COMMON = `announcement anniversary article available autumn award awesome baby bag bake bakery beach beautiful bedroom beer best
  better big birthday black blend blog blue book bread breakfast brew bright broken brown build building business
  buy cake candle celebrate celebrating celebration challenge change cheap check cheese children chocolate
  christmas church city class clean clearance client clothing coffee cold collection comedy coming community company
  cooking course cozy craft crafted creative customer customers daily dance dark day days deal deals december delicious
  delivery demo design dinner discount discover dog door doors dream dress drink early easter easy eat edition
  education employee engineer enjoy evening event everyone everything exciting exclusive exhibition experience explore
  fair fall family farm fashion fast favorite favourite february feature features finally fire fish fitness flash
  floor flowers food forest free fresh friday friends fruit fun funding future game garden gift gifts giveaway goal
  golden good grand great green grow growing growth guide hair half halloween handmade happy hard healthy heart
  hello help hiring holiday home homemade hot hour hours house huge idea ideas insight insights inspiration interview
  introducing january job join journey july june keep key kids kitchen know lake large late launch launched launching
  leadership learn learned learning lessons lesson life light limited live local look looking love low lunch made
  make making march market meeting member mental milestone mindset minute minutes mistake mistakes mobile moment monday
  money month monthly months morning mother mountain music name nature neighborhood night november october offer offers
  office old online open opening opportunity orange order organic painting paper parents party people perfect photo
  photography picture pictures pink plan please pool power price prices product productivity products progress project
  proud purple quality question questions quick quiet rain rainy read reading ready real recipe recipes red release
  released remote report restaurant results retreat river road room run running sale saturday save saving scenes school
  science sea season seasonal secret september series service share shipping ship shipped shoes shop shopping short show
  sky skills sleep slow small smart snow social soft soon sourdough special spring staff stage start started startup
  steps store stories story street strong student students studio success summer sun sunday sunrise sunset support
  sustainable sweet table take talk tea teacher team teamwork thank thanks thankful thursday ticket tickets time tip tips
  together tomorrow tonight tour town trade trail training travel tree trip tuesday update updated updates upcoming
  user users vacation valentine walk want warm watch water weather webinar website wedding wednesday week
  weekend weekly weeks welcome white winner winter wine women wood work working workout workplace workshop world
  write writing year yearly years yellow young`

export const ENGLISH_CONTENT_WORDS: ReadonlySet<string> = new Set(COMMON.split(/\s+/u))
