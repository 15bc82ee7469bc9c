import type { Program } from './commands/program-type.ts'
import type { OpenSession } from './session.ts'

/** Adds a command, and the commands below it, to the program. */
type AddCommand = (program: Program, open: OpenSession) => unknown

/** A command as the help of the program lists it. What it does is loaded when it is called. */
interface TopCommand {
  readonly description: string
  load(): Promise<AddCommand>
}

/** The commands by their names, below the headings of the help. */
export const COMMANDS: Readonly<Record<string, Readonly<Record<string, TopCommand>>>> = {
  'Captions, images, videos and media:': {
    generate: {
      description: 'Write captions from a text, images or a video, and print them.',
      load: async () => (await import('./commands/generate.ts')).addGenerateCommand,
    },
    estimate: {
      description: 'Show what captions would cost. Nothing is started.',
      load: async () => (await import('./commands/estimate.ts')).addEstimateCommand,
    },
    generations: {
      description: 'The generations of a workspace.',
      load: async () => (await import('./commands/generations.ts')).addGenerationsCommands,
    },
    images: {
      description: 'Images generated from a prompt, or for a caption.',
      load: async () => (await import('./commands/images.ts')).addImagesCommands,
    },
    videos: {
      description: 'Videos generated from a prompt, or from a prompt and an image.',
      load: async () => (await import('./commands/videos.ts')).addVideosCommands,
    },
    media: {
      description: 'The images, videos and documents of a workspace.',
      load: async () => (await import('./commands/media.ts')).addMediaCommands,
    },
    styles: {
      description: "The writing styles of a workspace: a brand's voice.",
      load: async () => (await import('./commands/styles.ts')).addStylesCommands,
    },
  },
  'Publishing:': {
    posts: {
      description: 'Posts: drafts, scheduled and published posts.',
      load: async () => (await import('./commands/posts.ts')).addPostsCommands,
    },
    queues: {
      description: 'Times of the week at which posts are published, one at each.',
      load: async () => (await import('./commands/queues.ts')).addQueuesCommands,
    },
    analytics: {
      description: 'Views, likes and comments of published posts.',
      load: async () => (await import('./commands/analytics.ts')).addAnalyticsCommands,
    },
    calendar: {
      description: 'What is planned for which day.',
      load: async () => (await import('./commands/calendar.ts')).addCalendarCommands,
    },
    connections: {
      description: 'The platform accounts that posts are published to.',
      load: async () => (await import('./commands/connections.ts')).addConnectionsCommands,
    },
  },
  'Account:': {
    login: {
      description: 'Save the API key and the address of a server in a profile.',
      load: async () => (await import('./commands/login.ts')).addLoginCommand,
    },
    logout: {
      description: 'Delete a profile and its API key from this machine.',
      load: async () => (await import('./commands/login.ts')).addLogoutCommand,
    },
    whoami: {
      description: 'Show which server, key and workspaces the commands use.',
      load: async () => (await import('./commands/whoami.ts')).addWhoamiCommand,
    },
    credits: {
      description: 'The balance of the account, and its ledger.',
      load: async () => (await import('./commands/credits.ts')).addCreditsCommands,
    },
    keys: {
      description: 'The API keys of the account.',
      load: async () => (await import('./commands/keys.ts')).addKeysCommands,
    },
    workspaces: {
      description: 'The workspaces of the account.',
      load: async () => (await import('./commands/workspaces.ts')).addWorkspacesCommands,
    },
    audit: {
      description: 'List who changed what, newest first.',
      load: async () => (await import('./commands/audit.ts')).addAuditCommand,
    },
  },
  'For developers:': {
    webhooks: {
      description: 'Endpoints that receive the events of a workspace.',
      load: async () => (await import('./commands/webhooks.ts')).addWebhooksCommands,
    },
    logs: {
      description: 'What happens in a workspace.',
      load: async () => (await import('./commands/logs.ts')).addLogsCommands,
    },
    api: {
      description: 'Send any request to the API, and print the response.',
      load: async () => (await import('./commands/api.ts')).addApiCommand,
    },
    open: {
      description: 'Open a page of the server in the browser.',
      load: async () => (await import('./commands/open.ts')).addOpenCommand,
    },
    completion: {
      description: 'Print a script that completes commands in your shell.',
      load: async () => (await import('./commands/completion.ts')).addCompletionCommand,
    },
  },
  'For the operator of a server:': {
    backup: {
      description:
        'Back up the embedded database and its media to one file, even while the server runs. For the operator.',
      load: async () => (await import('./commands/backup.ts')).addBackupCommand,
    },
    restore: {
      description: 'Restore a backup to a new data directory. For the operator.',
      load: async () => (await import('./commands/backup.ts')).addRestoreCommand,
    },
    models: {
      description: 'Language models that run in a process of the server. For the operator.',
      load: async () => (await import('./commands/models.ts')).addModelsCommands,
    },
    move: {
      description: 'Move the data of a stopped server from the embedded database to PostgreSQL. For the operator.',
      load: async () => (await import('./commands/move.ts')).addMoveCommand,
    },
  },
}
