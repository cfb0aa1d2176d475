// Who may import whom. Layers point one way, and what must stay replaceable is imported in exactly one file.

const tests = ['\\.test\\.tsx?$', '^tests/'];

const pattern = (path) => (path.endsWith('.ts') ? `^${path}$` : `^${path}/`);

/** A folder may import itself and the listed folders and files; the rest of the project is closed to it. */
const layer = (folder, ...allowed) => ({
  name: `layer-${folder.replaceAll('/', '-')}`,
  comment: `${folder} imports itself${allowed.map((path) => `, ${path}`).join('')} and nothing else of the project.`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: tests },
  to: { path: '^(shared|electron|renderer|build|tests)/', pathNot: [folder, ...allowed].map(pattern) },
});

/** A package that only one folder may import. */
const onlyIn = (folder, packages) => ({
  name: `only-in-${folder.replaceAll('/', '-')}`,
  comment: `${packages.join(', ')}: imported inside ${folder} only.`,
  severity: 'error',
  from: { path: '^(shared|electron|renderer)/', pathNot: [...tests, `^${folder}/`] },
  to: { path: packages.map((name) => `^node_modules/${name}/`) },
});

/** A package that only one file may import, whichever it is. */
const onceOnly = (name) => ({
  name: `one-file-imports-${name}`,
  comment: `${name} is imported in one file, so that it can be replaced there.`,
  severity: 'error',
  from: { path: '^(shared|electron|renderer)/', pathNot: tests },
  module: { path: `^node_modules/${name}/`, numberOfDependentsMoreThan: 1 },
});

const rule = (name, comment, { from = {}, to }) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-cycles', 'A cycle has no order in which it can be understood.', { to: { circular: true } }),
    rule('no-unresolved', 'An import must lead somewhere.', { to: { couldNotResolve: true } }),
    rule('no-tests-in-code', 'Code does not import tests.', { from: { pathNot: tests }, to: { path: tests } }),

    layer('shared/kernel'),
    layer('shared/errors', 'shared/kernel'),
    layer('shared/domain', 'shared/kernel', 'shared/errors'),
    layer('shared/contract', 'shared/kernel', 'shared/errors', 'shared/domain'),
    layer('electron/core', 'shared', 'electron/rpc'),
    layer('electron/rpc', 'shared', 'electron/core/ports.ts'),
    layer('electron/preload', 'shared'),
    layer('electron/sandbox', 'shared/kernel', 'shared/domain'),
    layer('electron/cli', 'shared', 'electron/core', 'electron/sandbox'),
    layer('electron/shell', 'shared', 'electron/core', 'electron/rpc', 'electron/sandbox'),
    layer('renderer', 'shared'),
    rule('core-knows-rpc-by-type', 'Services know the transport-free server by its types only.', {
      from: { path: '^electron/core/' },
      to: { path: '^electron/rpc/', dependencyTypesNot: ['type-only'] },
    }),
    rule('sandbox-verifies-with-its-own-code', 'With the client’s signer a bug would agree with itself.', {
      from: { path: '^electron/sandbox/', pathNot: tests },
      to: { path: '^shared/domain/oauth1/', pathNot: '^shared/domain/oauth1/server-profile' },
    }),

    rule('features-do-not-meet', 'Features meet in renderer/app.', {
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    }),
    rule('ui-knows-nothing', 'The design system knows no host, no store, no feature.', {
      from: { path: '^renderer/ui/' },
      to: { path: '^(renderer/(app|commands|features|host)/|node_modules/(zustand|@tanstack)/)' },
    }),
    rule('features-below-app', 'Features do not know the workbench that shows them.', {
      from: { path: '^renderer/(features|editor|host|themes)/', pathNot: tests },
      to: { path: '^renderer/app/', pathNot: '^renderer/app/state/' },
    }),

    rule(
      'no-node-outside-electron',
      'shared is pure, and the renderer and its preload run in a sandbox: no Node there.',
      { from: { path: '^(shared|renderer|electron/preload)/', pathNot: tests }, to: { dependencyTypes: ['core'] } },
    ),
    rule(
      'electron-in-shell-and-preload',
      'Everything else takes ports, so that app, CLI and tests compose the same services.',
      {
        from: { path: '^(shared|electron|renderer)/', pathNot: [...tests, '^electron/(shell|preload)/'] },
        to: { path: '(^electron$|^node_modules/electron/)' },
      },
    ),
    onlyIn('electron/core', ['axios', 'libsql', 'yaml', 'write-file-atomic']),
    onlyIn('electron/shell', ['electron-store']),
    onlyIn('electron/cli', ['conf', 'commander']),
    onlyIn('electron/sandbox', ['hono', '@hono/node-server', '@peculiar/x509']),
    onlyIn('shared/domain/oauth1', ['oauth-1.0a']),
    ...['axios', 'libsql', 'electron-store', 'conf', 'yaml', 'hono', 'oauth-1.0a', 'cmdk'].map(onceOnly),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|release|test-results)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
