'use strict';
const path = require('node:path');

/** Sources are ES modules that import `./x.js`; under Jest the file on disk is `./x.ts`. */
module.exports = (request, options) => {
  const ours = !options.basedir.includes(`${path.sep}node_modules${path.sep}`);
  const alias = /^#(domain|areas|engine|surface)\/(.*)\.js$/.exec(request);
  if (ours && alias) {
    return options.defaultResolver(path.join(options.rootDir, 'libs', alias[1], `${alias[2]}.ts`), options);
  }
  if (ours && /^\.{1,2}\/.*\.js$/.test(request)) {
    try {
      return options.defaultResolver(request.replace(/\.js$/, '.ts'), options);
    } catch {
      // a real .js file
    }
  }
  return options.defaultResolver(request, options);
};
