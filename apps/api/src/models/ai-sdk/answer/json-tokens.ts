/**
 * Finds the end of a JSON value that comes in pieces: each call gives how much of the piece is still the value's, or
 * undefined when all of it is and the value goes on.
 *
 * It counts quotes and brackets only: a value with a raw line break or a trailing comma has an end too.
 */
export function createValueScanner(): (piece: string) => number | undefined {
  let depth = 0
  let isInString = false
  let isEscaped = false

  /** Looks at one character and says whether the value ends, before it (0) or with it (1). */
  function take(character: string): 0 | 1 | undefined {
    if (isEscaped) isEscaped = false
    else if (isInString && character === '\\') isEscaped = true
    else if (character === '"') {
      isInString = !isInString
      if (!isInString && depth === 0) return 1
    } else if (isInString) return undefined
    else if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') {
      if (depth === 0) return 0
      if (--depth === 0) return 1
    } else if (depth === 0 && /[,\s]/u.test(character)) return 0
    return undefined
  }

  return (piece) => {
    for (let index = 0; index < piece.length; index++) {
      const more = take(piece.charAt(index))
      if (more !== undefined) return index + more
    }
    return undefined
  }
}

const CONTROL_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** A JSON value, forgiving raw control characters in strings and commas before a closing bracket; else undefined. */
export function parseLeniently(json: string): unknown {
  return tryParse(json) ?? tryParse(repairJson(json))
}

function tryParse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Strings and what stands between them are mended apart, so that a comma within a caption stays. */
function repairJson(json: string): string {
  return json.replace(/("(?:[^"\\]|\\[^])*")|,(?=\s*[\]}])/gu, (match, string: string | undefined) =>
    string === undefined ? '' : repairString(match),
  )
}

function repairString(string: string): string {
  return string
    .replace(/[\u0000-\u001f]/gu, (character) => CONTROL_ESCAPES[character] ?? '')
    .replace(/\\(?!["\\/bfnrt]|u[\da-f]{4})([^])/giu, '$1')
}
