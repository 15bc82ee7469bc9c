import type { PublishingRules } from '@powerpost/contract'
import type { Finding, ItemToCheck } from './finding.ts'
import { SUBJECTS } from './words.ts'

type ArticleItem = Pick<ItemToCheck, 'options' | 'postType' | 'media'>

/** A card for a page that would have no page, or no room for the media. */
export function checkArticle({ options, postType, media }: ArticleItem, { article }: PublishingRules): Finding[] {
  const { article_url, article_title, article_description } = options
  if (!article) return []
  if (article_url === undefined) {
    const given = Object.entries({ article_title, article_description }).filter(([, value]) => value !== undefined)
    return given.map(([name]) => {
      const message = `${SUBJECTS[postType]} shows ${name} only with options.article_url: it is left out.`
      return {
        severity: 'warning',
        rule: 'article',
        field: `options.${name}`,
        limit: 'article_url',
        actual: 'none',
        message,
      }
    })
  }
  if (media.length <= article.images && media.every(({ type }) => type === 'image')) return []
  const message = `${SUBJECTS[postType]} with options.article_url takes at most one picture, which the card shows, and no video or document. Leave the other media out, or the option.`
  const limit = `${article.images} picture`
  const actual = `${media.length} media`
  return [{ severity: 'error', rule: 'article', field: 'media_ids', limit, actual, message, source: article.source }]
}

/** Mentions whose names are not in the text. */
export function checkMentions({ options, content }: Pick<ItemToCheck, 'options' | 'content'>): Finding[] {
  return (options.mentions ?? []).flatMap(({ name }, index): Finding[] => {
    if (content.includes(`@${name}`)) return []
    const message = `The text does not have @${name}: nobody is mentioned by it. Write it in the text, or leave the mention out.`
    const field = `options.mentions[${index}].name`
    return [{ severity: 'warning', rule: 'mentions', field, limit: `@${name}`, actual: 'none', message }]
  })
}
