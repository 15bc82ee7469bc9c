import { findAsciiDomains } from './find-ascii-domains.ts'
import { measureInAscii } from './punycode.ts'

const LONGEST_URL = 4096
const LONGEST_LABEL = 63
const DOTS = /[.\u3002\uFF0E\uFF61]/

/** Whether a link is short enough, and each label of its domain as DNS has it. */
export function isValidUrl(url: string, domain: string, hasProtocol: boolean): boolean {
  if (domain.startsWith('xn--') && findAsciiDomains(domain).length === 0) return false
  const protocol = hasProtocol ? (/^https?:\/\//i.exec(url)?.[0] ?? '') : 'https://'
  return protocol.length + url.length <= LONGEST_URL && domain.split('.').every(isValidLabel)
}

function isValidLabel(label: string): boolean {
  if (label.length > LONGEST_LABEL * 2) return false
  const parts = label.split(DOTS)
  const length = parts.reduce((sum, part) => sum + measureInAscii(part), parts.length - 1)
  return length >= 1 && length <= LONGEST_LABEL
}
