import { describe, expect, it } from 'vitest'
import { findKeyPhrases } from '#reading/key-phrases/index.ts'
import type { Language } from '#reading/language/stop-words.ts'
import { chooseHashtags, toHashtag } from './hashtags.ts'

const tagsOf = (text: string, language: Language = 'en') => chooseHashtags(findKeyPhrases(text, language), [], false)

describe('hashtags', () => {
  it.each([
    ['We just shipped dark mode across all our apps', ['#DarkMode', '#Apps']],
    ['Behind the scenes at our product launch', ['#ProductLaunch', '#BehindTheScenes']],
    ['the key insights about productivity', ['#Productivity']],
    ['Our iPhone app now supports offline maps', ['#iPhoneApp', '#Maps']],
    ['Our SaaS platform uses AI', ['#SaaSPlatform', '#AI']],
    ["Come to Anna's Bakery", ['#AnnasBakery']],
    ['Join us for an open-air concert in Hyde Park', ['#HydePark', '#OpenAirConcert']],
    ['Get 20% off with code RUN20', []],
    ['Win a $100 gift card, ends Sunday', ['#GiftCard']],
    ['Mix 2 cups flour and 1 cup sugar', ['#Flour', '#Sugar']],
    ['Please migrate before Friday', []],
    ['Season 2 premieres Friday on StreamBox', ['#StreamBox']],
    ['Try our cinnamon rolls.', ['#CinnamonRolls']],
    ['Our API v2 is stable', ['#APIv2']],
    ['We could not be happier today', []],
    ['Merry Christmas from Baker & Sons', ['#MerryChristmas', '#BakerSons']],
  ])('are key phrases in proper CamelCase: %s', (text, tags) => {
    expect(tagsOf(text)).toEqual(tags)
  })

  it.each<[Language, string, string[]]>([
    ['es', 'Hoy lanzamos el modo oscuro en todas nuestras aplicaciones', ['#ModoOscuro', '#Aplicaciones']],
    ['de', 'Ab sofort gibt es den Dunkelmodus in allen Apps', ['#Dunkelmodus', '#Apps']],
    ['ja', '全アプリにダークモードを追加しました', ['#ダークモード', '#アプリ']],
    ['zh', '我们刚刚推出了深色模式', ['#深色模式']],
    ['ko', '모든 앱에 다크 모드를 출시했습니다', ['#다크모드']],
    ['th', 'เราเพิ่งเปิดตัวโหมดมืด', ['#โหมดมืด']],
    ['ar', 'أطلقنا اليوم الوضع الداكن', ['#الوضع_الداكن']],
    ['ru', 'Новая осенняя коллекция уже в наших магазинах', ['#ОсенняяКоллекция']],
    ['nl', 'Kun je bij ons in Utrecht terecht voor vers brood en gebak', ['#VersBrood', '#Utrecht']],
    ['pl', 'Nasza nowa jesienna kolekcja jest już dostępna w sklepach', ['#JesiennaKolekcja']],
    ['pl', 'Wczoraj czekała kawa i trwa zabawa', []],
    ['cs', 'Naše nová podzimní kolekce je v prodejně', ['#PodzimníKolekce']],
    ['uk', 'Нова осіння колекція вже в наших магазинах', ['#ОсінняКолекція']],
    ['tr', 'Yeni sonbahar koleksiyonumuz İzmir’de satışta', ['#İzmir', '#SonbaharKoleksiyonumuz']],
    ['sv', 'Vi lanserar mörkt läge i alla våra appar idag', ['#MörktLäge', '#Appar']],
    ['el', 'Κυκλοφορήσαμε τη σκοτεινή λειτουργία και το αγαπάμε', ['#ΣκοτεινήΛειτουργία']],
    ['ro', 'Noua noastră colecție de toamnă este aici', ['#ColecțieDeToamnă']],
    ['fi', 'Uusi syyskokoelma on nyt myymälöissä', ['#Syyskokoelma']],
    ['id', 'Kopi susu baru kami hadir di Bandung', ['#KopiSusu', '#Bandung']],
    ['vi', 'Bộ sưu tập mới đã có mặt tại Hà Nội', ['#HàNội']],
    ['unknown', 'Nasza kawiarnia w Krakowie jest już otwarta, także w święta', []],
  ])('are made in the script of the text: %s', (language, text, tags) => {
    expect(tagsOf(text, language)).toEqual(tags)
  })

  it('are not made of what no platform links', () => {
    expect(toHashtag(['2026'], false)).toBeUndefined()
    expect(toHashtag(['50%'], false)).toBeUndefined()
    expect(toHashtag(['🎉'], false)).toBeUndefined()
  })

  it('do not repeat what the caller tagged', () => {
    const phrases = findKeyPhrases('Our dark mode is here', 'en')
    expect(chooseHashtags(phrases, ['#darkmode'], false)).toEqual([])
  })
})
