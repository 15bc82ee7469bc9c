import { join, resolve } from 'node:path'
import { examples } from '../help.ts'
import { loadOperator } from '../load-operator.ts'
import { printableLine } from '../output/printable.ts'
import { formatTable } from '../output/table.ts'
import type { OpenSession, Session } from '../session.ts'
import { asTyped } from '../typed-form.ts'
import type { Program } from './program-type.ts'
import { DATA_DIR } from './server-data.ts'

const MODELS_DIR = [
  '--models-dir <path>',
  "the server's models directory (POWERPOST_MODELS_DIR; default: models in the data directory)",
] as const

interface DirectoryFlags {
  readonly dataDir?: string | undefined
  readonly modelsDir?: string | undefined
}

/** `powerpost models ...`: the operator's own, about the directory of a server on this machine. */
export function addModelsCommands(program: Program, open: OpenSession): void {
  const models = program
    .command('models')
    .description('Language models that run in a process of the server. For the operator.')
  models.addHelpText('after', examples('models install', 'models list', 'models install --data-dir /var/lib/powerpost'))

  models
    .command('install')
    .description('Install what runs local models, from the npm registry: about 110 MB, in the models directory.')
    .option(...MODELS_DIR)
    .option(...DATA_DIR)
    .action(async (flags) => {
      const session = open()
      const { installRuntime } = await loadOperator()
      const directory = modelsDirectoryOf(session, flags)
      const progress = session.startProgress()
      try {
        progress.say('Installing what runs local models')
        const installed = await installRuntime(directory)
        progress.stop()
        session.print(
          installed,
          () =>
            `${installed.wasInstalled ? 'It was installed, and' : 'Installed; it'} runs here, on ${installed.threads} ${installed.threads === 1 ? 'processor' : 'processors'}.`,
        )
        session.note(
          `Put a GGUF file into ${directory}, and start the server with POWERPOST_TEXT_MODEL=local:FILE.gguf.`,
        )
      } finally {
        progress.stop()
      }
    })

  models
    .command('list')
    .description('List the models of the models directory.')
    .option(...MODELS_DIR)
    .option(...DATA_DIR)
    .action(async (flags) => {
      const session = open()
      const { listModels } = await loadOperator()
      const list = listModels(modelsDirectoryOf(session, flags))
      session.print(list, () => {
        if (list.models.length === 0) return `There is no model in ${printableLine(list.directory)}.`
        return formatTable(
          ['model', 'size'],
          list.models.map(({ name, bytes }) => [`local:${name}`, BYTES.format(bytes / 1e6)]),
        )
      })
      if (!list.installed) session.note(`What runs them is not installed: ${asTyped('`powerpost models install`')}`)
    })

  models
    .command('remove')
    .description('Remove what runs local models. The models stay.')
    .option(...MODELS_DIR)
    .option(...DATA_DIR)
    .action(async (flags) => {
      const session = open()
      const { removeRuntime } = await loadOperator()
      const removed = await removeRuntime(modelsDirectoryOf(session, flags))
      session.print(removed, () => (removed.wasInstalled ? 'Removed. The models stay.' : 'It was not installed.'))
    })
}

const BYTES = new Intl.NumberFormat('en', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })

/** As the server finds it. */
function modelsDirectoryOf({ settings }: Session, { dataDir, modelsDir }: DirectoryFlags): string {
  const named = modelsDir ?? (dataDir === undefined ? settings.modelsDirectory : undefined)
  return resolve(named ?? join(dataDir ?? settings.dataDirectory, 'models'))
}
