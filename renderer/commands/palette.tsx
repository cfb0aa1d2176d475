// One box that finds everything by its name. It knows entries, not features: `app/` lists them.
import { Command as Primitive } from 'cmdk';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { Keys } from '#renderer/ui/keys.tsx';
import { matchEntry } from './match-entry.ts';
import styles from './palette.module.css';

export interface PaletteEntry {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  /** A small sign before the title: a method, a colour. */
  readonly lead?: ReactNode;
  readonly hint?: string | undefined;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

interface PaletteProps {
  readonly entries: readonly PaletteEntry[];
  readonly onClose: () => void;
}

export function Palette({ entries, onClose }: PaletteProps) {
  const groups = [...new Set(entries.map(({ group }) => group))];
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.scrim} />
        <Dialog.Content className={styles.panel} aria-describedby={undefined}>
          <Dialog.Title className="visually-hidden">Search or run a command</Dialog.Title>
          <Primitive label="Search or run a command" loop filter={matchEntry}>
            <Primitive.Input
              className={styles.input}
              placeholder="Search requests, environments, identities and commands"
              autoFocus
            />
            <Primitive.List className={styles.list}>
              <Primitive.Empty className={styles.empty}>Nothing goes by that name.</Primitive.Empty>
              {groups.map((group) => (
                <Primitive.Group key={group} heading={group}>
                  {entries
                    .filter((entry) => entry.group === group)
                    .map((entry) => (
                      <Primitive.Item
                        key={entry.id}
                        value={entry.id}
                        keywords={[entry.title, entry.group, entry.hint ?? '']}
                        className={styles.item}
                        onSelect={() => {
                          onClose();
                          entry.run();
                        }}
                      >
                        {entry.lead !== undefined && <span className={styles.lead}>{entry.lead}</span>}
                        <span className={styles.title}>{entry.title}</span>
                        <span className={styles.hint}>
                          {entry.hint} {entry.keys && <Keys text={entry.keys} />}
                        </span>
                      </Primitive.Item>
                    ))}
                </Primitive.Group>
              ))}
            </Primitive.List>
          </Primitive>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
