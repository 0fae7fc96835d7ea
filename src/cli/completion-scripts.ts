/** The scripts know how to ask the program, and nothing of what it has: they stay right with every version of it. */
export const completionScripts = { bash: bash(), zsh: zsh(), fish: fish() } as const

// The last line of the answer, as of cobra's programs: `:0` files may follow, `:2` no blank behind it, `:4` nothing else.

function bash(): string {
  return `# bash completion of bond-injector; works with bash 3.2.
_bond_injector() {
  local line answer=4 current="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=()
  while IFS= read -r line; do
    case "$line" in
      :*) answer="\${line#:}" ;;
      *) COMPREPLY+=("\${line%%$'\\t'*}") ;;
    esac
  done < <("\${COMP_WORDS[0]}" __complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  case "$answer" in
    0)
      if [ "$current" = "=" ]; then current=""; fi
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$current")
      compopt -o filenames 2>/dev/null
      ;;
    2) compopt -o nospace 2>/dev/null ;;
  esac
  return 0
}
complete -F _bond_injector bond-injector
`
}

function zsh(): string {
  return `#compdef bond-injector
# zsh completion of bond-injector.
_bond_injector() {
  local line answer=4
  local -a candidates
  while IFS= read -r line; do
    case "$line" in
      :*) answer="\${line#:}" ;;
      *) candidates+=("\${\${line//:/\\\\:}/$'\\t'/:}") ;;
    esac
  done < <("\${words[1]}" __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)
  case "$answer" in
    0) _files ;;
    2) _describe bond-injector candidates -S '' ;;
    *) _describe bond-injector candidates ;;
  esac
}
if [ "$funcstack[1]" = "_bond_injector" ]; then _bond_injector "$@"; else compdef _bond_injector bond-injector; fi
`
}

function fish(): string {
  return `# fish completion of bond-injector.
function __bond_injector
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  set -l answer 4
  for line in (command $words[1] __complete $words[2..-1] "$current" 2>/dev/null)
    if string match -q ':*' -- $line
      set answer (string sub -s 2 -- $line)
    else
      echo $line
    end
  end
  if test "$answer" = 0
    __fish_complete_path "$current"
  end
end
complete -c bond-injector -f -a '(__bond_injector)'
`
}
