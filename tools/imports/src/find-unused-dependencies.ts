import type { Finding, Graph } from './graph.ts'
import { FOUND_BY_NAME } from './rules.ts'
import { packageOf } from './tree.ts'

/**
 * Dependencies that a package installs for its users and never names: neither in an import nor in a string (a plug-in). What another package of this repository needs as its peer counts as used.
 */
export function findUnusedDependencies({ tree, manifests, modules }: Graph): Finding[] {
  const byName = new Map([...manifests.values()].map((manifest) => [manifest.name, manifest]))
  const findings: Finding[] = []
  for (const manifest of manifests.values()) {
    const code = [...modules.values()].filter(({ path }) => packageOf(manifests, path) === manifest)
    const peers = new Set(manifest.dependencies.flatMap((name) => byName.get(name)?.peerDependencies ?? []))
    for (const name of manifest.dependencies) {
      const spellings = [`'${name}'`, `'${name}/`, `"${name}"`, `\`${name}\``, `\`${name}/`]
      if (
        peers.has(name) ||
        FOUND_BY_NAME.test(name) ||
        code.some((module) => spellings.some((one) => module.code.includes(one)))
      )
        continue
      const path = manifest.folder === '' ? 'package.json' : `${manifest.folder}/package.json`
      const line = (tree.get(path) ?? '').split('\n').findIndex((text) => text.includes(`"${name}":`)) + 1
      findings.push({ path, line, message: `No file of ${manifest.name} uses the dependency ${name}. Remove it.` })
    }
  }
  return findings
}
