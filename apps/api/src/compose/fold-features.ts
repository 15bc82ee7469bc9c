import type { BackgroundLoop, Feature } from '#features/feature.ts'
import type { Logger } from '#shared/logger.ts'
import { repeat } from '#shared/repeat.ts'

type Features = Readonly<Record<string, Feature>>

/** `Intersection<A | B>` is `A & B`. */
type Intersection<Union> = (Union extends unknown ? (value: Union) => void : never) extends (value: infer All) => void
  ? All
  : never

/** The combined routes (or jobs) of all features, as one type. */
type Together<All extends Features, Member extends 'routes' | 'jobs'> = Intersection<
  { [Name in keyof All]: All[Name] extends Readonly<Record<Member, infer Given>> ? Given : never }[keyof All]
>

/** The handlers of every route, as the contract has them. */
export function routesOf<All extends Features>(features: All): Together<All, 'routes'> {
  return merge(Object.values(features).map(({ routes = {} }) => routes)) as Together<All, 'routes'>
}

/** The handlers of every job. */
export function jobsOf<All extends Features>(features: All): Together<All, 'jobs'> {
  return merge(Object.values(features).map(({ jobs = {} }) => jobs)) as Together<All, 'jobs'>
}

function merge(trees: readonly object[]): object {
  const merged: Record<string, unknown> = {}
  for (const [name, given] of trees.flatMap((tree) => Object.entries(tree))) {
    const other = merged[name]
    if (other !== undefined && (!isTree(other) || !isTree(given))) throw new Error(`Two features give ${name}`)
    merged[name] = isTree(other) ? merge([other, given]) : given
  }
  return merged
}

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

export function loopsOf(features: Features): readonly BackgroundLoop[] {
  return Object.values(features).flatMap(({ loops = [] }) => loops)
}

/** Starts the sweeps. Returns how to stop them. */
export function startSweeps(features: Features, logger: Logger): () => void {
  const sweeps = Object.values(features).flatMap(({ sweeps = [] }) => sweeps)
  const stops = sweeps.map((sweep) => repeat({ ...sweep, logger }))
  return () => stops.forEach((stop) => stop())
}

/** Finds work that was lost. */
export async function recover(features: Features): Promise<void> {
  for (const feature of Object.values(features)) await feature.recover?.()
}

/** Ends what keeps connections open. */
export function drain(features: Features): void {
  for (const feature of Object.values(features)) feature.drain?.()
}
