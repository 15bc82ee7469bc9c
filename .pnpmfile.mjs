const toList = (value) => (typeof value === 'string' ? [value] : value)

export const hooks = {
  readPackage(manifest) {
    // Its bundle for browsers has everything inside: the 270 packages it was built from stay away.
    if (manifest.name === '@scalar/api-reference') manifest.dependencies = {}
    // The packages of Node's binaries name their system as a text. Only of a list does pnpm install the one that fits.
    if (/^node-(bin-)?(linux|darwin|win)-/.test(manifest.name)) {
      manifest.os = toList(manifest.os)
      manifest.cpu = toList(manifest.cpu)
    }
    return manifest
  },
}
