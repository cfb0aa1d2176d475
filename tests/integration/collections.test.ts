import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createConfDocuments } from '#electron/cli/adapters/conf-documents.ts';
import { CollectionService } from '#electron/core/collections/collection-service.ts';
import { ensureSampleCollection } from '#electron/core/collections/sample-collection.ts';
import { parseYaml } from '#electron/core/collections/yaml-file.ts';
import { NoticeCollector } from '#electron/core/storage/notice-collector.ts';
import type { Request } from '#shared/domain/http/request.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { createFolderTrash } from '../support/folder-trash.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import schema from '../fixtures/opencollection/opencollection-1.0.0.schema.json' with { type: 'json' };

const plain: Request = {
  method: 'GET',
  url: '{{base}}/rest/{{store}}/V1/orders',
  parameters: [{ name: 'searchCriteria', value: '', isEnabled: true }],
  headers: [],
  body: { kind: 'none' },
  sendAs: 'admin',
  isExact: false,
  timeoutMs: 30_000,
  notes: '',
};

function open(): { directory: string; service: CollectionService; trash: string } {
  const parent = temporaryDirectory();
  const [directory, trash] = [join(parent, 'collections'), join(parent, 'trash')];
  const service = new CollectionService({ directory, trash: createFolderTrash(trash) });
  onTestFinished(() => service.close());
  return { directory, service, trash };
}

/** Writes files by path into a collection `shop`. */
function writeFiles(directory: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    const target = join(directory, 'shop', path);
    mkdirSync(join(target, '..'), { recursive: true });
    writeFileSync(target, text);
  }
}

const request = (name: string, seq: number | null, method = 'GET') =>
  `info:\n  name: ${name}\n  type: http\n${seq === null ? '' : `  seq: ${seq}\n`}http:\n  method: ${method}\n  url: /V1/x\n`;

const thrown = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error instanceof AppError ? error.data.code : error;
  }
};

describe('the sample collection', () => {
  const make = () => {
    const parent = temporaryDirectory();
    const directory = join(parent, 'collections');
    const notices = new NoticeCollector();
    const ensure = () => ensureSampleCollection({ directory, documents: createConfDocuments(parent), notices });
    ensure();
    return { directory, ensure, notices };
  };

  test('is eight requests in files that the published schema accepts', () => {
    const { directory } = make();
    const folder = join(directory, 'getting-started');
    const ajv = new Ajv({ strict: false, allErrors: true });
    ajv.addSchema(schema, 'oc');
    const isCollection = ajv.getSchema('oc')!;
    const isRequest = ajv.compile({ $ref: 'oc#/$defs/HttpRequest' });
    const files = readdirSync(folder).sort();
    expect(files).toEqual([
      'a-customer-that-does-not-exist.yml',
      'my-customer-data.yml',
      'not-allowed-as-guest.yml',
      'one-product.yml',
      'opencollection.yml',
      'product-with-stock.yml',
      'products-by-filter.yml',
      'store-configuration.yml',
      'twelve-filter-groups.yml',
    ]);
    for (const file of files) {
      const check = file === 'opencollection.yml' ? isCollection : isRequest;
      const parsed = parseYaml(readFileSync(join(folder, file), 'utf8'));
      void check(parsed.ok ? parsed.value : parsed.error);
      expect({ file, errors: check.errors }).toEqual({ file, errors: null });
    }
  });

  test('is listed in its order and read as it was meant', () => {
    const { directory } = make();
    const service = new CollectionService({ directory, trash: createFolderTrash(join(directory, '..', 'trash')) });
    onTestFinished(() => service.close());
    const [collection] = service.list();
    expect(collection).toMatchObject({ id: 'getting-started', name: 'Getting started', problems: [] });
    expect(collection?.nodes.map((node) => node.kind === 'request' && `${node.method} ${node.name}`)).toEqual([
      'GET Store configuration',
      'GET Products by filter',
      'GET Twelve filter groups',
      'GET One product',
      'POST Product with stock',
      'GET My customer data',
      'GET A customer that does not exist',
      'GET Not allowed as guest',
    ]);
    const twelve = service.read('getting-started', 'twelve-filter-groups.yml').request;
    expect(twelve.sendAs).toBe('integration');
    expect(twelve.url).toBe('{{base}}/rest/{{store}}/V1/products');
    expect(twelve.parameters.filter(({ name }) => name.endsWith('[field]')).map(({ name }) => name)).toEqual(
      Array.from({ length: 12 }, (_, group) => `searchCriteria[filter_groups][${group}][filters][0][field]`),
    );
    const byFilter = service.read('getting-started', 'products-by-filter.yml').request;
    expect(byFilter.parameters.at(-1)).toEqual({ name: 'searchCriteria[currentPage]', value: '2', isEnabled: false });
  });

  test('is made once: removed it stays away', () => {
    const { directory, ensure, notices } = make();
    rmSync(join(directory, 'getting-started'), { recursive: true });
    ensure();
    expect([existsSync(join(directory, 'getting-started')), notices.list()]).toEqual([false, []]);
  });

  test('that can’t be written is a notice, not a failure', () => {
    const parent = temporaryDirectory();
    writeFileSync(join(parent, 'collections'), 'a file in the way');
    const notices = new NoticeCollector();
    const documents = createConfDocuments(parent);
    ensureSampleCollection({ directory: join(parent, 'collections'), documents, notices });
    expect(notices.list().map(({ level }) => level)).toEqual(['warning']);
  });
});

test('a tree has folders first, then requests by their place and name; what can’t be read is a problem', () => {
  const { directory, service } = open();
  writeFiles(directory, {
    'opencollection.yml': 'opencollection: 1.0.0\ninfo:\n  name: My shop\n',
    'b.yml': request('Second', 2),
    'a.yml': request('First', 1, 'post'),
    'x10.yml': request('Late 10', null),
    'x2.yml': request('Late 2', null),
    'orders/folder.yml': 'info:\n  name: All orders\n  type: folder\n  seq: 1\n',
    'orders/one.yml': request('One order', 1),
    'empty/.gitkeep': '',
    'broken.yml': 'info: [',
    'graph.yml': 'info:\n  name: G\n  type: graphql\n',
    'environments/local.yml': 'name: local\n',
    'notes.txt': 'not ours',
    'node_modules/x/y.yml': request('Never', 1),
    '.git/config.yml': 'x: 1\n',
  });
  expect(service.list()).toEqual([
    {
      id: 'shop',
      name: 'My shop',
      directory: join(directory, 'shop'),
      nodes: [
        {
          kind: 'folder',
          path: 'orders',
          name: 'All orders',
          children: [{ kind: 'request', path: 'orders/one.yml', name: 'One order', method: 'GET' }],
        },
        { kind: 'folder', path: 'empty', name: 'empty', children: [] },
        { kind: 'request', path: 'a.yml', name: 'First', method: 'POST' },
        { kind: 'request', path: 'b.yml', name: 'Second', method: 'GET' },
        { kind: 'request', path: 'x2.yml', name: 'Late 2', method: 'GET' },
        { kind: 'request', path: 'x10.yml', name: 'Late 10', method: 'GET' },
      ],
      problems: [
        { path: 'broken.yml', message: expect.stringMatching(/^The file is no valid YAML \(line \d\): /) as string },
        {
          path: 'graph.yml',
          message: 'The file holds a GraphQL item, which Lodestone does not send. It is left as it is.',
        },
      ],
    },
  ]);
});

test.each([
  ['opencollection: 2.0.0\n', 'The collection is in version 2.0.0 of the format; this release reads 1.'],
  ['bundled: true\n', 'The collection is bundled in this one file; only folders of files are read.'],
])('a collection of %j is named with its problem and nothing else', (text, message) => {
  const { directory, service } = open();
  writeFiles(directory, { 'opencollection.yml': text, 'a.yml': request('A', 1) });
  const [collection] = service.list();
  expect(collection).toMatchObject({ name: 'shop', nodes: [], problems: [{ path: 'opencollection.yml', message }] });
});

describe('saving', () => {
  test('refuses a secret typed in clear, and takes a variable in its place', () => {
    const { directory, service } = open();
    writeFiles(directory, { 'opencollection.yml': 'opencollection: 1.0.0\ninfo:\n  name: Shop\n' });
    const withToken = (value: string): Request => ({
      ...plain,
      headers: [{ name: 'Authorization', value, isEnabled: true }],
    });
    const create = (value: string) =>
      service.create({ collectionId: 'shop', folder: '', name: 'Orders', request: withToken(value) });
    expect(thrown(() => create('Bearer typed-secret'))).toBe('collection.secret');
    expect(create('Bearer {{token}}').request.headers).toEqual(withToken('Bearer {{token}}').headers);
  });

  test('a new request gets a file after its name, at the end of its folder', () => {
    const { directory, service } = open();
    writeFiles(directory, { 'a.yml': request('A', 4), 'orders/b.yml': request('B', 1) });
    const first = service.create({ collectionId: 'shop', folder: '', name: 'New: orders?', request: plain });
    const second = service.create({ collectionId: 'shop', folder: '', name: 'new orders', request: plain });
    const third = service.create({ collectionId: 'shop', folder: 'orders', name: 'C', request: plain });
    expect([first.path, second.path, third.path]).toEqual(['new-orders.yml', 'new-orders-2.yml', 'orders/c.yml']);
    expect(service.read('shop', first.path)).toEqual(first);
    expect(first.request).toEqual(plain);
    expect(readFileSync(join(directory, 'shop', 'new-orders.yml'), 'utf8')).toBe(
      `info:
  name: "New: orders?"
  type: http
  seq: 5
  tags:
    - as:admin
http:
  method: GET
  url: "{{base}}/rest/{{store}}/V1/orders?searchCriteria="
  params:
    - name: searchCriteria
      value: ""
      type: query
  auth: inherit
`,
    );
  });

  test('a change keeps comments and what we don’t understand', () => {
    const { directory, service } = open();
    writeFiles(directory, {
      'a.yml': `# by hand\n${request('A', 1)}  auth: inherit # kept\nruntime:\n  scripts: []\n`,
    });
    const read = service.read('shop', 'a.yml');
    service.save({ ...read, name: 'A', request: { ...read.request, method: 'DELETE' } });
    expect(readFileSync(join(directory, 'shop', 'a.yml'), 'utf8')).toBe(
      `# by hand\n${request('A', 1, 'DELETE')}  auth: inherit # kept\nruntime:\n  scripts: []\n`,
    );
  });

  test('is refused where the file changed meanwhile, and the file stays as it is', () => {
    const { directory, service } = open();
    writeFiles(directory, { 'a.yml': request('A', 1) });
    const read = service.read('shop', 'a.yml');
    writeFiles(directory, { 'a.yml': request('Theirs', 1) });
    expect(thrown(() => service.save({ ...read, request: plain }))).toBe('collection.conflict');
    expect(readFileSync(join(directory, 'shop', 'a.yml'), 'utf8')).toBe(request('Theirs', 1));
    rmSync(join(directory, 'shop', 'a.yml'));
    expect(thrown(() => service.save({ ...read, request: plain }))).toBe('collection.missing');
    expect(readdirSync(join(directory, 'shop'))).toEqual([]);
  });
});

test('a removed request is in the trash', async () => {
  const { directory, service, trash } = open();
  writeFiles(directory, { 'a.yml': request('A', 1) });
  await service.remove('shop', 'a.yml');
  expect([readdirSync(join(directory, 'shop')), readdirSync(trash)]).toEqual([[], ['a.yml']]);
  await expect(service.remove('shop', 'a.yml')).rejects.toThrow('“a.yml” is not in the collection any more.');
});

test('nothing outside the collection is read, written or removed', async () => {
  const { directory, service } = open();
  writeFiles(directory, { 'a.yml': request('A', 1), 'orders/b.yml': request('B', 1) });
  const outside = join(directory, '..', 'outside');
  mkdirSync(outside);
  writeFileSync(join(outside, 'secret.yml'), request('Secret', 1));
  symlinkSync(outside, join(directory, 'shop', 'linked'));
  symlinkSync(join(outside, 'secret.yml'), join(directory, 'shop', 'linked.yml'));
  const paths = [
    '../outside/secret.yml',
    'orders/../../../outside/secret.yml',
    join(outside, 'secret.yml'),
    'linked/secret.yml',
    'linked.yml',
    './a.yml',
    'orders//b.yml',
    '..\\outside\\secret.yml',
    'C:secret.yml',
    'opencollection.yml',
    'notes.txt',
    'a.yml\0',
  ];
  const create = (folder: string) => service.create({ collectionId: 'shop', folder, name: 'x', request: plain });
  for (const path of paths) {
    const location = { collectionId: 'shop', path };
    const save = () => service.save({ ...location, name: 'x', request: plain, revision: '' });
    const removal = await service.remove('shop', path).catch((error: unknown) => (error as AppError).data.code);
    expect([path, thrown(() => service.read('shop', path)), thrown(save), removal]).toEqual([
      path,
      'collection.invalid',
      'collection.invalid',
      'collection.invalid',
    ]);
  }
  for (const folder of ['..', '../..', 'linked', '/', outside]) {
    expect([folder, thrown(() => create(folder))]).toEqual([folder, 'collection.invalid']);
  }
  for (const collectionId of ['..', '.', '', '../outside', 'shop/orders']) {
    expect(thrown(() => service.read(collectionId, 'secret.yml'))).toBe('collection.missing');
  }
  expect(readdirSync(outside)).toEqual(['secret.yml']);
  expect(service.list()[0]?.nodes.map(({ path }) => path)).toEqual(['orders', 'a.yml']);
});

test('a change made outside is told, also one in a folder that is new', async () => {
  const { directory, service } = open();
  writeFiles(directory, { 'a.yml': request('A', 1) });
  const nextChange = () =>
    new Promise<void>((resolve) => {
      const end = service.onChange(() => {
        end();
        resolve();
      });
    });
  let told = nextChange();
  writeFiles(directory, { 'b.yml': request('B', 2) });
  await told;
  told = nextChange();
  writeFiles(directory, { 'orders/c.yml': request('C', 1) });
  await told;
  expect(service.list()[0]?.nodes.map(({ name }) => name)).toEqual(['orders', 'A', 'B']);
});
