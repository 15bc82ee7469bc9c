const PLACEHOLDER = String.raw`(?:insert|add|put|your|our|the|fill in|place|enter|include|link|url|photo|image|picture|video|logo|date|time|name|price|address|location|number|hashtags?|handle|tbd|tbc|todo|xx+|\?+|\.\.\.|hier|link einfügen|einfügen|ergänzen|foto|bild|insérer|lien|ajouter|insertar|enlace|añadir|inserir|inserisci|link invoegen|wstaw|вставить|ссылка|ekle|リンク|写真|链接|링크)`
const BRACKETED = new RegExp(
  String.raw`[^\S\n]*(?:\[|\{\{?|<)\s*${PLACEHOLDER}\b[^\]}>\n]{0,60}(?:\]|\}\}?|>)[^\S\n]*`,
  'giu',
)
const ASIDE = String.raw`(?:(?:double[- ]?)?check (?:with|if|whether|that|the|this)|ask [\p{L}]+ (?:if|whether|about|for|first)|confirm (?:with|if|this|date|price|time)|verify|todo|tbd|tbc|to be confirmed|nb:|fyi|still need|not sure|is (?:this|that) (?:right|correct|ok|final)|waiting for|final\?|placeholder|draft only|see (?:email|attachment|slack)|internal(?: note)?:?|(?:bitte |noch )?(?:prüfen|klären|nachfragen|abklären|mit [\p{L}]+ (?:klären|absprechen|abstimmen))|(?:noch|bitte) [\p{L}]+ fragen|à (?:vérifier|confirmer)|vérifier|demander à|revisar|por confirmar|confirmar con|preguntar a|verificar|da (?:verificare|confermare)|controllare con|nog (?:checken|navragen)|checken (?:met|bij)|sprawdzić|do potwierdzenia|уточнить|проверить|teyit|要確認|確認|待确认|확인 ?필요)`
const IN_BRACKETS = new RegExp(String.raw`[^\S\n]*[([]\s*${ASIDE}(?![\p{L}])[^)\]\n]{0,120}[)\]]`, 'giu')
const MARKED =
  /(?:^|(?<=[.!?…\s]))[^\S\n]*(?:TODO|FIXME|TBD|TBC|XXX|NB for me|note to (?:self|me)|reminder to (?:self|me)|notiz an mich|nota para mí|note pour moi)\b\s*[:–—-]?[^.!?\n]*[.!?]?/gu
const FILLER = /\b(?:lorem ipsum)\b[^.!?\n]*[.!?]?/giu

/** A text without what its author left in it for later: placeholders, asides to colleagues, things to do. */
export function withoutNotesToSelf(text: string): { said: string; notes: string[] } {
  const notes: string[] = []
  const take = (found: string) => {
    notes.push(found.trim())
    return ' '
  }
  const said = [BRACKETED, IN_BRACKETS, MARKED, FILLER].reduce((rest, pattern) => rest.replace(pattern, take), text)
  if (notes.length === 0) return { said: text, notes }
  const tidy = said
    .replace(/[^\S\n]{2,}/gu, ' ')
    .replace(/[^\S\n]+([.,!?;:])/gu, '$1')
    .replace(/([.!?])\s*[.,;]+/gu, '$1')
    .replace(/(?:\b(?:link|at|here|on|see|via|tickets|website|more|book|order)\s*)?[:–—-]\s*(?=\n|$)/giu, '')
    .replace(/[^\S\n]+$/gmu, '')
    .trim()
  return { said: tidy, notes }
}
