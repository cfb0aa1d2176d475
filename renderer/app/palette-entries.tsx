import type { Collection, CollectionNode } from '#shared/domain/collection/collection.ts';
import type { Environment } from '#shared/domain/environment/environment.ts';
import { identityKindFacts } from '#shared/domain/identity/identity-kinds.ts';
import type { IdentityState } from '#shared/domain/identity/identity.ts';
import { commands } from '#renderer/commands/command-table.ts';
import type { Workbench } from '#renderer/commands/command.ts';
import type { PaletteEntry } from '#renderer/commands/palette.tsx';
import { keysOf } from '#renderer/commands/platform.ts';
import { EnvironmentDot } from '#renderer/ui/environment-dot.tsx';
import { MethodLabel } from '#renderer/ui/method-label.tsx';
import type { AppActions } from './state/app-actions.ts';

interface PaletteContent {
  readonly workbench: Workbench;
  readonly actions: AppActions;
  readonly collections: readonly Collection[];
  readonly environments: readonly Environment[];
  readonly environment: Environment | null;
  readonly identities: readonly IdentityState[];
}

/** Everything that the palette finds. */
export function paletteEntries(content: PaletteContent): PaletteEntry[] {
  const { workbench, actions, collections, environments, environment, identities } = content;
  const requests = collections.flatMap(({ id, name, nodes }) =>
    requestsOf(nodes).map((node) => ({
      id: `request:${id}:${node.path}`,
      title: node.name,
      group: 'Requests',
      lead: <MethodLabel method={node.method} />,
      hint: name,
      run: () => void actions.openFile({ collectionId: id, path: node.path }),
    })),
  );
  const places = environments.map(({ id, name, colour, isProduction }) => ({
    id: `environment:${id}`,
    title: `Switch to ${name}`,
    group: 'Environments',
    lead: <EnvironmentDot colour={colour} />,
    hint: isProduction ? 'production' : undefined,
    run: () => actions.chooseEnvironment(id),
  }));
  const people = identities.map(({ id, name, kind }) => ({
    id: `identity:${id}`,
    title: `Send as ${name}`,
    group: 'Identities',
    hint: identityKindFacts[kind].label,
    run: () => environment && actions.chooseIdentity(environment.id, id),
  }));
  const actionsNow = commands
    .filter((command) => command.id !== 'view.palette' && (command.when?.(workbench) ?? true))
    .map((command) => ({
      id: command.id,
      title: command.title,
      group: command.group,
      keys: keysOf(command),
      run: () => command.run(workbench),
    }));
  return [...requests, ...places, ...people, ...actionsNow];
}

const requestsOf = (nodes: readonly CollectionNode[]): Extract<CollectionNode, { kind: 'request' }>[] =>
  nodes.flatMap((node) => (node.kind === 'folder' ? requestsOf(node.children) : [node]));
