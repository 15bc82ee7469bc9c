import { segmentWords } from '../language/word-segments.ts'
import { blankProtected } from '../text/protected-spans.ts'
import type { KeyPhrase } from './key-phrase.ts'

const NO_CONTENT = {
  zh: new Set(
    `我们 你们 他们 她们 大家 自己 什么 怎么 怎样 这个 那个 这些 那些 这里 那里 现在 今天 明天 昨天 今年 明年 去年 刚刚 已经 正在 可以 能够 需要 希望 欢迎 请问 因为 所以
    但是 如果 虽然 而且 或者 以及 还有 没有 不是 就是 一个 一些 一起 一样 所有 全部 每个 非常 真的 最后 开始 推出 发布 宣布 上线 提供 使用 进行 成为 觉得 知道 感谢 谢谢
    喜欢 关于 对于 通过 为了 然后 时候 时间 问题 东西 事情 地方 星期 周末 我們 你們 現在 剛剛 已經 正在 可以 歡迎 沒有 所有 發布 推出 謝謝 感謝 期待 全新 最新 正式 开业 即将 中心 带来 分享 我的
    年月 上午 下午 晚上 早上 体验 快来 一下 很多 如何 哪里 为什么 新的 店里 第一 第二 最喜欢 喜歡`.split(/\s+/u),
  ),
  ja: new Set(
    `今日 明日 昨日 本日 今年 来年 昨年 今週 来週 今月 来月 皆様 皆さん 私たち 私達 一緒 全部 全て 最高 最後 最初 開始 追加 発表 公開 発売 提供 実施 開催 予定 参加 販売 時間 今回 以上 以下 可能 必要 本当 大変
    先日 当店 弊社 当社 方法 場合 自分 大切 感謝 登場 完成 突破 達成 到着 決定 紹介 午前 午後 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 お知らせ オープン スタート 週末 来店 一番 大好き`.split(
      /\s+/u,
    ),
  ),
}

const CONTENT = {
  zh: /^\p{Script=Han}{2,}$|^[A-Za-z][A-Za-z0-9]+$/u,
  // Hiragana words are grammar more often than not, so only kanji and katakana count.
  ja: /^[\p{Script=Han}々]{2,}$|^[新旧]$|^[\p{Script=Katakana}ー]{2,}$|^[A-Za-z][A-Za-z0-9]+$/u,
}
const LONGEST = 8
const LONGEST_KATAKANA = 12

/** Content words, adjacent ones joined: `深色` and `模式` make `深色模式`. */
export function findChineseJapanesePhrases(text: string, language: 'zh' | 'ja'): KeyPhrase[] {
  const blanked = blankProtected(text)
  const phrases: KeyPhrase[] = []
  let run = { text: '', pieces: 0, end: 0 }
  const close = () => {
    const limit = /\p{Script=Katakana}/u.test(run.text) ? LONGEST_KATAKANA : LONGEST
    if (
      run.pieces > 0 &&
      run.text.length >= 2 &&
      !/^[新旧]+$/u.test(run.text) &&
      run.text.length <= limit &&
      run.pieces <= 3
    ) {
      phrases.push({ words: [run.text], score: (run.pieces > 1 ? 3 : 2) - phrases.length * 0.1 })
    }
    run = { text: '', pieces: 0, end: 0 }
  }
  for (const { word, index } of segmentWords(blanked, language)) {
    if (run.pieces > 0 && index !== run.end) close()
    if (!CONTENT[language].test(word) || NO_CONTENT[language].has(word)) close()
    else run = { text: run.text + word, pieces: run.pieces + 1, end: index + word.length }
  }
  close()
  return phrases
}
