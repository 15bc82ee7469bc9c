/** How this program was called: its hints are to be run in the same way. */
export function typedForm(environment: NodeJS.Dict<string> = process.env): string {
  const { npm_lifecycle_event: script, npm_config_user_agent: agent = '', npm_command: command } = environment
  const manager = /^(pnpm|yarn|npm|bun)\//.exec(agent)?.[1]
  if (script === 'powerpost') return manager === 'npm' || !manager ? 'npm run -s powerpost --' : `${manager} powerpost`
  if (command === 'exec' && manager === 'npm') return 'npx @powerpost/cli'
  return 'powerpost'
}

/** A text with the commands in it as they are typed here: `powerpost login` may be `pnpm powerpost login`. */
export function asTyped(text: string, form: string = typedForm()): string {
  return form === 'powerpost' ? text : text.replaceAll(/(?<=`|\$ )powerpost(?= )/g, form)
}
