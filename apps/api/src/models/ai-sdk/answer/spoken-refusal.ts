const REFUSAL =
  /^\W*(?:(?:i['’]?m|i am|we['’]?re)\s+(?:really |very |so )?(?:sorry|afraid|unable)|sorry\b|i\s+(?:can['’]?t|cannot|can\s?not|won['’]?t|will not|am not able)|as an ai\b|unfortunately,? i\b|es tut mir leid|tut mir leid|ich kann (?:das|dir|ihnen|dabei)|lo siento|désolé|je ne peux pas|mi dispiace)/iu

/** Whether an answer without any caption is a refusal in words, as models without a signal for it give. */
export function isSpokenRefusal(answer: string): boolean {
  return REFUSAL.test(answer.trimStart().slice(0, 200))
}
