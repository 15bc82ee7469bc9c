interface Word {
  readonly word: string
  readonly about: string
}

/** A command by its path below the program: [] is the program itself. */
export interface Described {
  readonly path: readonly string[]
  readonly words: readonly Word[]
  readonly options: readonly (Word & { readonly choices: readonly string[] })[]
}

type Write = (commands: readonly Described[]) => string

/** Options whose value is a path, wherever they stand. */
const FILE_OPTIONS = '--file|--image|--video|--style-image|--out|--data-dir'

/** A script for each shell. None runs the program: completing takes no longer than the shell itself. */
export const COMPLETION_SCRIPTS: Readonly<Record<'bash' | 'zsh' | 'fish', Write>> = {
  bash: (commands) => `${findPath(commands, 'COMP_WORDS', 1, 'COMP_CWORD')}
_powerpost() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=''
  _powerpost_path
  case "$_powerpost_found" in
${commands.map(({ path, words, options }) => `    ${quote(path.join(' '))}) words=${quote([...words, ...options].map(({ word }) => word).join(' '))} ;;`).join('\n')}
  esac
  case "\${COMP_WORDS[COMP_CWORD-1]}" in
${choicesOf(commands)
  .map(([word, choices]) => `    ${word}) words=${quote(choices.join(' '))} ;;`)
  .join('\n')}
    ${FILE_OPTIONS}) words='' ;;
  esac
  [[ "$current" != -* ]] && words=" $words " && words="\${words// --[a-z-]*/ }"
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _powerpost powerpost
`,
  zsh: (commands) => `#compdef powerpost
${findPath(commands, 'words', 2, 'CURRENT')}
_powerpost() {
  local -a found
  case "\${words[CURRENT-1]}" in
${choicesOf(commands)
  .map(([word, choices]) => `    ${word}) compadd -- ${choices.map(quote).join(' ')}; return ;;`)
  .join('\n')}
    ${FILE_OPTIONS}) _files; return ;;
  esac
  _powerpost_path
  case "$_powerpost_found" in
${commands
  .map(({ path, words, options }) => {
    const items = (list: readonly Word[]) =>
      list.map(({ word, about }) => quote(about ? `${word}:${about.replaceAll(':', '\\:')}` : word)).join(' ')
    return `    ${quote(path.join(' '))}) if [[ "$PREFIX" == -* ]]; then found=(${items(options)}); else found=(${items(words)}); fi ;;`
  })
  .join('\n')}
  esac
  (( \${#found} )) && _describe 'powerpost' found || _files
}
if [ "$funcstack[1]" = "_powerpost" ]; then _powerpost "$@"; else compdef _powerpost powerpost; fi
`,
  fish: (commands) => `function __powerpost_at
  set -l found ''
  for word in (commandline -opc)[2..-1]
    set -l next (string trim -- "$found $word")
    contains -- "$next" ${commands
      .filter(({ path }) => path.length > 0)
      .map(({ path }) => quote(path.join(' ')))
      .join(' ')}; and set found "$next"
  end
  test "$found" = "$argv"
end
${commands
  .flatMap(({ path, words, options }) => [
    ...words.map(
      ({ word, about }) =>
        `complete -c powerpost -f -n ${quote(`__powerpost_at ${path.join(' ')}`)} -a ${quote(word)} -d ${quote(about)}`,
    ),
    ...options.map(
      ({ word, about, choices }) =>
        `complete -c powerpost -n ${quote(`__powerpost_at ${path.join(' ')}`)} -l ${word.slice(2)} -d ${quote(about)}${choices.length > 0 ? ` -x -a ${quote(choices.join(' '))}` : ''}`,
    ),
  ])
  .join('\n')}
`,
}

/** A function that finds the command that was typed, in the shells that know arrays. */
function findPath(commands: readonly Described[], words: string, first: number, current: string): string {
  const paths = commands.filter(({ path }) => path.length > 0).map(({ path }) => quote(path.join(' ')))
  return `_powerpost_path() {
  local index next
  _powerpost_found=''
  for (( index = ${first}; index < ${current}; index++ )); do
    next="\${_powerpost_found:+$_powerpost_found }\${${words}[index]}"
    case "$next" in
      ${paths.join('|')}) _powerpost_found="$next" ;;
    esac
  done
}`
}

/** The values of options, where an option of that name has the same values everywhere. */
function choicesOf(commands: readonly Described[]): [word: string, choices: readonly string[]][] {
  const found = new Map<string, readonly string[]>()
  for (const { word, choices } of commands.flatMap(({ options }) => options)) {
    if (choices.length > 0) found.set(word, [...new Set([...(found.get(word) ?? []), ...choices])])
  }
  return [...found]
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
