/** How commands are typed here. */
export interface TypedForm {
  /** What starts this program. */
  readonly powerpost: string
  /** What starts pnpm. */
  readonly pnpm: string
}

/** What this process was started with. */
interface Start {
  readonly environment: NodeJS.Dict<string>
  /** The path of this program. */
  readonly program: string
}

/** How this program was called: its hints are to be run in the same way. */
export function readTypedForm({ environment, program }: Start): TypedForm {
  const { npm_lifecycle_event: script, npm_command: command, npm_execpath: path = '' } = environment
  const [, manager, version] = /^(pnpm|yarn|npm|bun)\/(\S+)/.exec(environment['npm_config_user_agent'] ?? '') ?? []
  // A pnpm in the cache of npx is none that the user has.
  const pnpm = manager === 'pnpm' && /[\\/]_npx[\\/]/.test(path) ? `npx -y pnpm@${version}` : 'pnpm'
  if (script === 'powerpost') {
    if (manager === 'pnpm') return { powerpost: `${pnpm} powerpost`, pnpm }
    return { powerpost: manager === 'npm' || !manager ? 'npm run -s powerpost --' : `${manager} powerpost`, pnpm }
  }
  if (command === 'exec' && manager === 'pnpm') return { powerpost: `${pnpm} exec powerpost`, pnpm }
  if (command === 'exec' && manager === 'npm')
    return { powerpost: /[\\/]_npx[\\/]/.test(program) ? 'npx @powerpost/cli' : 'npx powerpost', pnpm }
  return { powerpost: 'powerpost', pnpm }
}

let form: TypedForm | undefined

function typedForm(): TypedForm {
  return (form ??= readTypedForm({ environment: process.env, program: process.argv[1] ?? '' }))
}

/** A text with the commands in it as they are typed here: `powerpost login` may be `pnpm powerpost login`. */
export function asTyped(text: string, { powerpost, pnpm }: TypedForm = typedForm()): string {
  return text.replaceAll(/(?<=`|\$ )pnpm(?= )/g, pnpm).replaceAll(/(?<=`|\$ )powerpost(?= )/g, powerpost)
}
