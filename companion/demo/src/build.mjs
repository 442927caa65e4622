// Bundle the pages of the sample job board that a framework draws into ../static; run by `npm run build:demo`.
//
// Each file made begins with the SHA-256 of the sources it was made from, so that a test can tell without Node
// whether the committed one is theirs. The hash runs over all source files, by name.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { ApplicationForm } from './vue_form.js';

const here = dirname(fileURLToPath(import.meta.url));
const made = (name) => join(here, '..', 'static', name);
const hash = createHash('sha256');
for (const name of readdirSync(here).filter((entry) => /\.(js|jsx|ts)$/.test(entry)).sort()) {
  hash.update(`${name}\0`).update(readFileSync(join(here, name))).update('\0');
}
const mark = `sources: ${hash.digest('hex')}`;

/** Angular's packages come half compiled, so that its compiler belongs into the page; Vue's compiles the templates. */
const PAGES = {
  'greenhouse.jsx': { jsx: 'automatic' },
  'ashby.jsx': { jsx: 'automatic' },
  'vue.js': { alias: { vue: 'vue/dist/vue.esm-bundler.js' } },
  'angular.ts': { tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } } },
};

for (const [page, options] of Object.entries(PAGES)) {
  await build({
    ...options,
    entryPoints: [join(here, page)],
    outfile: made(page.replace(/\.\w+$/, '.bundle.js')),
    bundle: true,
    minify: true,
    target: 'es2022',
    legalComments: 'inline',
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      ngDevMode: 'false',
    },
    banner: { js: `/* ${mark} */` },
  });
}

writeFileSync(made('vue.form.html'), `<!-- ${mark} -->\n${await renderToString(createSSRApp(ApplicationForm))}\n`);
