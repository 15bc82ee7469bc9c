/** Scalar's bundle for browsers has everything inside: the 270 packages it was built from stay away. */
export const hooks = {
  readPackage(manifest) {
    if (manifest.name === '@scalar/api-reference') manifest.dependencies = {}
    return manifest
  },
}
