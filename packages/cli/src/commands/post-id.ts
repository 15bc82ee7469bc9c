/** What the argument `<id>` of a command about a post is. */
export const POST = 'the id that `powerpost posts list` shows'
