const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u))

/** Languages in Latin script that tags and a few phrases are known of. */
export const MORE_STOP_WORDS = {
  sv: words(`och att det som en ett på är av för med till den har de inte om vi vår våra vårt vi nu från idag ny nya nytt kan alla alltid också eller hos
    jag min mitt mina du dig din ditt dina ni er ert era han hon man så när där här hur vad vem vilken vilket vilka var mer mycket
    men sig sin sitt sina oss under över efter före mellan utan bara igen snart redan kommer blir blev ska vill hade i ut upp in
    denna detta dessa alla allt varje några många första tack välkommen välkomna`),
  da: words(`og at det som en et på er af for med til den har de ikke om vi vores nu fra dag ny nye nyt kan alle altid også eller hos
    jeg min mit mine du dig din dit dine jer jeres han hun man så når der her hvordan hvad hvem hvilken hvilket hvor mere meget
    men sig sin sit sine os under over efter før mellem uden kun igen snart allerede kommer bliver blev skal vil havde i ud op ind
    denne dette disse alt hver nogle mange første tak velkommen`),
  no: words(`og at det som en ei et på er av for med til den har de ikke om vi vår våre vårt nå fra dag ny nye nytt kan alle alltid også eller hos
    jeg min mitt mine du deg din ditt dine dere deres han hun man så når der her hvordan hva hvem hvilken hvilket hvor mer mye
    men seg sin sitt sine oss under over etter før mellom uten bare igjen snart allerede kommer blir ble skal vil hadde i ut opp inn
    denne dette disse alt hver noen mange første takk velkommen`),
  pl: words(`i w we na z ze do nie się jest to że o jak po za od dla są nasz nasza nasze naszych naszej naszym naszego już nowy nowa nowe
    dziś dzisiaj oraz ale czy co kto gdzie kiedy także też tylko jeszcze bardzo mamy mam masz macie ma mi mnie my wy wam was nam nas ty
    ci ten ta te tej tym tego tych być był była było będzie przez przed pod nad u jej jego ich który która które którzy można
    wszystkich wszystkie każdy lub bo więc gdy od teraz jutro wkrótce zapraszamy dziękujemy jaki jaka jakie jaką wasz wasza wasze waszą wasza ulubiony ulubiona ulubione`),
  cs: words(`a v ve na se si je že s z ze do o k ke po i to pro jsme jsou jste nový nová nové dnes naše náš našich našeho naší našem všech také
    jako aby ale nebo už jen co kdo kde kdy jak který která které být byl byla bylo bude jsem má máme máte mám u od za před při nad pod vás vám
    nás nám my vy ten ta tento tato teď zítra brzy velmi jeho její jejich každý všechny děkujeme zveme`),
  tr: words(`ve bir bu için ile de da çok ne var yok mi mı mu mü ama daha gibi yeni bugün tüm artık biz bizim olan en her şu o ben siz sizin sizi
    size sen şimdi yarın kadar sonra önce olarak değil ya veya hem ki nasıl neden nerede kim hangi sadece tekrar hâlâ ilk son bütün bazı
    hepimiz herkes teşekkürler sizleri bekliyoruz`),
  ro: words(`și în de la cu pe din un o este sunt pentru care nu mai al a ale noi noastre nostru noastră acum astăzi azi toate toți tot ne vă
    voi ce cine unde când cum sau dar și-a am ai are avem aveți au fost fi va vor să se că prin după până despre între fără nou nouă noua
    noile noii noul acest această aceste acestea cel cea cei cele meu mea tău ta lui ei lor foarte doar iar mulțumim`),
  hu: words(`a az és hogy nem is egy van ez meg már csak új ma minden volt vagy mint ki mi mit ti te én ő itt ott most még de ha aki ami amely
    hol mikor hogyan miért lesz lehet vannak vagyunk nagyon több első most holnap után előtt között alatt szerint nélkül be el le fel
    köszönjük várunk titeket minket nekünk nektek ezt azt ebben abban`),
  fi: words(`ja on ei että se oli kun niin mutta meidän uusi uudet nyt kaikki myös joka ovat tänään me te he minä sinä hän olemme olette olen mikä mitä
    missä milloin miten miksi kuka tai vai jo vain vielä huomenna pian kanssa ilman ennen jälkeen kuin sekä jos teille teidän meille
    tämä tämän nämä siis hyvin kiitos tervetuloa maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina`),
  id: words(`yang dan di ke dari ini itu untuk dengan kami kita tidak akan pada ada baru saja semua adalah telah hari juga anda kamu saya aku kalian
    mereka dia bisa dapat sudah belum lebih sangat apa siapa mana kapan bagaimana mengapa kenapa atau tapi tetapi karena jika oleh
    sebagai dalam terbaru besok sekarang lagi hanya setiap para agar`),
  vi: words(`và của là có cho các một những được với trong không này chúng tôi đã mới hôm nay tất cả trên cùng bạn mình từ đến tại vừa ra sẽ
    đang rất nhiều hơn thì mà như khi nào gì ai đâu sao vì nếu để về theo người nhé nhất cũng lại vào bởi hãy`),
} as const

/** Languages of scripts that tell them, with the words their phrases end at. */
export const MORE_SCRIPT_WORDS = {
  el: words(`και να το η ο τα οι των τον την τη της του τους τις σε στο στη στην στον στα στις στους από για με ως αν ή δεν δε μη μας σας μου σου τους είναι
    ήταν έχει έχουμε έχουν που πως πώς πού τι ποιος ποια όλα όλες όλοι όλους κάθε πιο πολύ μόλις τώρα σήμερα αύριο μόνο ακόμα επίσης αλλά όπως
    αυτό αυτή αυτός αυτά μια μία ένα ένας έναν θα νέο νέα νέος νέες νέοι νέα εμείς εσείς μετά πριν μέχρι χωρίς κατά`),
  uk: words(`і й та в у на з із зі до не що як по за від для є наш наша наше наші нашого нашої нашому наших вже новий нова нове нові сьогодні
    але чи хто де коли також теж лише тільки ще дуже ми ви вам вас нам нас ти я він вона воно вони цей ця це ці той бути був була було буде
    через перед під над про який яка яке які можна всіх всі кожен або тому тепер завтра скоро`),
  he: words(`את של על עם כל לא גם אם או כי אנחנו אני אתם הם הן הוא היא זה זאת זו היום מחר עכשיו כבר יש אין היה היו יהיה מה מי איפה מתי איך למה שלנו שלכם
    שלי רק עוד יותר מאוד אבל בין אחרי לפני כמו`),
} as const
