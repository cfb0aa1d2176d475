// A process that changes a document many times, for a test with several of them: `write-settings.ts <folder> <letter> <n>`.
import { createConfDocuments } from '#electron/cli/adapters/conf-documents.ts';
import { EnvironmentStore } from '#electron/core/environments/environment-store.ts';
import { NoticeCollector } from '#electron/core/storage/notice-collector.ts';

const [directory = '', letter = '', count = '0'] = process.argv.slice(2);
const store = new EnvironmentStore({ documents: createConfDocuments(directory), notices: new NoticeCollector() });
for (let index = 0; index < Number(count); index += 1) {
  store.update((current) => ({
    ...current,
    identities: [
      ...current.identities,
      { id: `${letter}${index}`, environmentId: 'e', name: `${letter}${index}`, kind: 'guest', username: '' },
    ],
  }));
}
