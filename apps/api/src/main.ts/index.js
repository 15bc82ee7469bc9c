// A folder with the name of a file: `node apps/api/src/main.ts` runs it on every Node, also on those that cannot read TypeScript.
// docs/decisions/0079-main-is-a-folder.md
const OLDEST = 24

const [major = 0] = process.versions.node.split('.').map(Number)
if (major < OLDEST) {
  process.stderr.write(
    `PowerPost needs Node ${OLDEST} or later, and this is Node ${process.versions.node}: \`npx -y pnpm@12.21.0 start\` brings its own.\n`,
  )
  process.exit(1)
}
await import('#start/start-process.ts')
