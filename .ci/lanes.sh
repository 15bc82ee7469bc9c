# Which lanes a change needs. Sourced by `run`. Whenever this cannot be known, every lane runs.
#
# "Changed" is compared with the first of these that there is:
#   CI_BASE      a commit that passed. Whoever runs CI on every landing names the commit that passed before it.
#   origin/main  where this branch left it.
# A clone of main itself says nothing of which of its commits passed: a landing can be one commit or fifty. So without
# CI_BASE all lanes run there, and on a shallow clone, and with CI_FULL=1.

# Prints the commit to compare with. Fails when there is none.
find_base() {
  local base
  [ "${CI_FULL:-}" != 1 ] || return 1
  base=$(git rev-parse --verify --quiet "${CI_BASE:-$(git merge-base HEAD origin/main 2>/dev/null)}^{commit}") || return 1
  git merge-base --is-ancestor "$base" HEAD 2>/dev/null || return 1
  # Of a branch that equals main, too, nothing is known.
  [ -n "${CI_BASE:-}" ] || [ "$base" != "$(git rev-parse HEAD)" ] || return 1
  printf '%s\n' "$base"
}

# Every path that is not as it was in a commit: committed, changed since or new.
list_changes() {
  git diff --name-only --no-renames "$1" -- && git ls-files --others --exclude-standard
}

# What a lane does not read. Any other path makes it run: a file that nobody thought of, too.
list_unread() {
  local server_tests='apps/api/test/([^/]+\.test\.ts$|(cli|embedded|fuzz|gallery|load|one-database|postgres|process)/)'
  local unit_tests='(apps/api/src|packages/[^/]+)/.*\.test\.ts$'
  case $1 in
    clients) printf '%s' "^(\.changeset/|docs/decisions/|tools/(client|imports|openapi/(src|test)|release|repository)/|$server_tests|$unit_tests)" ;;
    local_model) printf '%s' "^(\.changeset/|docs/|examples/|packages/(client|openapi)/|tools/|[A-Z]+\.md$|$unit_tests)" ;;
    openapi) printf '%s' "^(apps/api/(bench|test)/|docs/|examples/|packages/(cli|client)/|tools/(client|imports|python|release|repository)/|$unit_tests|[A-Z]+\.md$)" ;;
    packages) printf '%s' "^(\.changeset/|docs/|apps/api/(bench|test)/|tools/(imports|openapi|python|release)/|$unit_tests)" ;;
    release) printf '%s' "^(docs/|apps/api/(bench|test)/|tools/(client|imports|repository|openapi|python)/|$unit_tests)" ;;
    *) return 1 ;;
  esac
}

# is_affected <lane> <base>
is_affected() {
  local unread changes
  unread=$(list_unread "$1") || return 0
  changes=$(list_changes "$2") || return 0
  [ -n "$(grep -Ev "$unread" <<<"$changes")" ]
}
