// The sites that the user has added beyond the boards that the manifest knows.

/**
 * @param {{permissions: {getAll(): Promise<{origins?: string[]}>}, runtime: {getManifest(): any}}} browser
 * @returns {Promise<string[]>} match patterns, by name
 */
export async function addedSites({ permissions, runtime }) {
  const own = new Set(runtime.getManifest().host_permissions ?? []);
  const { origins = [] } = await permissions.getAll();
  return origins.filter((origin) => /^https?:/.test(origin) && !own.has(origin)).sort();
}
