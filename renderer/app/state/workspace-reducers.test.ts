import { describe, expect, test } from 'vitest';
import { emptyWorkspace, type Tab, type Workspace } from '#shared/domain/settings/workspace.ts';
import {
  closeTab,
  editRequest,
  emptyRequest,
  forgetSource,
  markSaved,
  neighbourTab,
  openTab,
} from './workspace-reducers.ts';

const tab = (id: string, path: string | null = null): Tab => ({
  id,
  name: id,
  source: path === null ? null : { collectionId: 'c', path, revision: 'r1' },
  request: emptyRequest(1000),
  isDirty: false,
  exchangeId: null,
});
const workspace = (active: string | null, ...tabs: Tab[]): Workspace => ({
  ...emptyWorkspace,
  tabs,
  activeTabId: active,
});
const shape = ({ tabs, activeTabId }: Workspace) => [tabs.map(({ id }) => id).join(' '), activeTabId];

describe('open', () => {
  test.each([
    ['the first', workspace(null), tab('a'), ['a', 'a']],
    ['beside the active one', workspace('a', tab('a'), tab('b')), tab('x'), ['a x b', 'x']],
    ['the same file only once', workspace('a', tab('a'), tab('b', 'p.yml')), tab('x', 'p.yml'), ['a b', 'b']],
  ])('%s', (_, before, opened, expected) => {
    expect(shape(openTab(before, opened))).toEqual(expected);
  });
});

describe('close', () => {
  const three = (active: string) => workspace(active, tab('a'), tab('b'), tab('c'));
  test.each([
    [three('b'), 'b', ['a c', 'c']],
    [three('c'), 'c', ['a b', 'b']],
    [three('a'), 'c', ['a b', 'a']],
    [workspace('a', tab('a')), 'a', ['', null]],
    [three('a'), 'unknown', ['a b c', 'a']],
  ])('%#', (before, id, expected) => {
    expect(shape(closeTab(before, id))).toEqual(expected);
  });
});

test('neighbours go round the end', () => {
  const three = workspace('c', tab('a'), tab('b'), tab('c'));
  expect([neighbourTab(three, 1), neighbourTab(three, -1), neighbourTab(workspace(null), 1)]).toEqual(['a', 'b', null]);
});

test('what was typed while saving stays unsaved', () => {
  const before = workspace('a', tab('a'));
  const sent = emptyRequest(5);
  const edited = editRequest(before, 'a', sent);
  const source = { collectionId: 'c', path: 'p.yml', revision: 'r2' };
  const saved = markSaved(edited, 'a', { name: 'New', request: sent, source });
  expect(saved.tabs[0]).toEqual({ ...tab('a'), name: 'New', request: sent, source, isDirty: false });
  const typedOn = editRequest(edited, 'a', { ...sent, url: '/V1/x' });
  expect(markSaved(typedOn, 'a', { name: 'New', request: sent, source }).tabs[0]?.isDirty).toBe(true);
});

test('a removed file leaves its draft', () => {
  expect(forgetSource(workspace('a', tab('a', 'p.yml')), 'c', 'p.yml').tabs[0]).toEqual({
    ...tab('a'),
    isDirty: true,
  });
});
