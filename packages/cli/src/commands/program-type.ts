import type { Command } from '@commander-js/extra-typings'

/** The program as the files of its commands see it: they add to it, and leave its own options alone. */
export type Program = Pick<Command, 'command'>
