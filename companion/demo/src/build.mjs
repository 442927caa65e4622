// Bundle the React pages of the sample job board into ../static; run by `npm run build:demo`.
//
// Each bundle begins with the SHA-256 of the sources it was made from, so that a test can tell without Node
// whether the committed bundle is theirs. The hash runs over all source files, by name.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const hash = createHash('sha256');
for (const name of readdirSync(here).filter((entry) => entry.endsWith('.jsx')).sort()) {
  hash.update(`${name}\0`).update(readFileSync(join(here, name))).update('\0');
}

for (const page of ['greenhouse', 'ashby']) {
  await build({
    entryPoints: [join(here, `${page}.jsx`)],
    outfile: join(here, '..', 'static', `${page}.bundle.js`),
    bundle: true,
    minify: true,
    jsx: 'automatic',
    target: 'es2022',
    legalComments: 'inline',
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: `/* sources: ${hash.copy().digest('hex')} */` },
  });
}
