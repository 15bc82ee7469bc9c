import { Argument } from '@commander-js/extra-typings'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { examples } from '../help.ts'
import type { OpenSession } from '../session.ts'
import type { Program } from './program-type.ts'

const PAGES = { home: '/', docs: '/docs', openapi: '/openapi.json', health: '/readyz' } as const

/** `powerpost open` */
export function addOpenCommand(program: Program, open: OpenSession): void {
  program
    .command('open')
    .description('Open a page of the server in the browser.')
    .addArgument(
      new Argument('[page]', 'the page').choices(Object.keys(PAGES) as (keyof typeof PAGES)[]).default('home' as const),
    )
    .option('--print', 'only print its address')
    .addHelpText('after', examples('open docs', 'open openapi --print'))
    .action(async (page, { print = false }) => {
      const session = open()
      const url = `${session.settings.baseUrl.replace(/\/+$/, '').replace(/\/api\/v1$/, '')}${PAGES[page]}`
      const isOpened = !print && (await openInBrowser(url))
      session.print({ url, opened: isOpened }, () => url)
      if (!print && !isOpened) session.note('No browser could be started: open the address yourself.')
    })
}

async function openInBrowser(url: string): Promise<boolean> {
  const [command, ...args] =
    process.platform === 'darwin' ? ['open', url] : process.platform === 'win32' ? ['explorer', url] : ['xdg-open', url]
  const child = spawn(command ?? '', args, { stdio: 'ignore', detached: true })
  child.unref()
  try {
    await once(child, 'spawn')
    return true
  } catch {
    return false
  }
}
