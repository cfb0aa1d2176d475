import clsx from 'clsx';
import { Columns2, History, Plus, Rows2, X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { commandTable } from '#renderer/commands/command-table.ts';
import { keysOf } from '#renderer/commands/platform.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { MethodLabel } from '#renderer/ui/method-label.tsx';
import { useActions, useView, useWorkspace } from './state/app-context.ts';
import styles from './tab-strip.module.css';

interface TabStripProps {
  readonly isBeside: boolean;
}

/** The open requests, and at most one exchange of the history. ← and → move, Delete closes. */
export function TabStrip({ isBeside }: TabStripProps) {
  const tabs = useWorkspace((workspace) => workspace.tabs);
  const activeTabId = useWorkspace((workspace) => workspace.activeTabId);
  const exchange = useView((view) => view.exchange);
  const isExchangeActive = useView((view) => view.isExchangeActive);
  const actions = useActions();
  const newKeys = keysOf(commandTable.newTab);
  return (
    <div className={styles.strip} data-region="tabs">
      <div className={styles.tabs} role="tablist" aria-label="Open requests">
        {tabs.map((tab) => (
          <TabHandle
            key={tab.id}
            name={tab.name}
            lead={<MethodLabel method={tab.request.method} />}
            isActive={!isExchangeActive && tab.id === activeTabId}
            isDirty={tab.isDirty}
            onPress={() => actions.goTo(tab.id)}
            onClose={() => actions.closeTab(tab.id)}
          />
        ))}
        {exchange && (
          <TabHandle
            name={exchange.title}
            lead={<History size={13} aria-label="History" />}
            isActive={isExchangeActive}
            isDirty={false}
            onPress={actions.goToExchange}
            onClose={actions.closeExchange}
          />
        )}
      </div>
      <IconButton
        className={styles.new}
        icon={Plus}
        label={commandTable.newTab.title}
        {...(newKeys ? { keys: newKeys } : {})}
        onClick={actions.newTab}
      />
      <span className={styles.space} />
      <div className={styles.end}>
        <IconButton
          icon={isBeside ? Rows2 : Columns2}
          label={isBeside ? commandTable.layoutBelow.title : commandTable.layoutBeside.title}
          onClick={() => void actions.updateSettings({ layout: isBeside ? 'below' : 'beside' })}
        />
      </div>
    </div>
  );
}

interface TabHandleProps {
  readonly name: string;
  readonly lead: ReactNode;
  readonly isActive: boolean;
  readonly isDirty: boolean;
  readonly onPress: () => void;
  readonly onClose: () => void;
}

function TabHandle({ name, lead, isActive, isDirty, onPress, onClose }: TabHandleProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [isActive]);
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.key === 'Delete') onClose();
    if (step === 0) return;
    const all = [...(element.current?.parentElement?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
    const next = all[(all.indexOf(event.currentTarget as HTMLElement) + step + all.length) % all.length];
    next?.focus();
    next?.click();
  };
  return (
    <div
      ref={element}
      role="presentation"
      className={clsx(styles.tab, isDirty && styles.dirty)}
      data-active={isActive}
      onAuxClick={(event) => event.button === 1 && onClose()}
    >
      <button
        type="button"
        role="tab"
        aria-selected={isActive}
        aria-label={isDirty ? `${name}, not saved` : name}
        tabIndex={isActive ? 0 : -1}
        className={styles.label}
        title={name}
        onClick={onPress}
        onKeyDown={onKeyDown}
      >
        {lead}
        <span className={styles.name}>{name}</span>
      </button>
      <IconButton
        className={styles.close}
        icon={X}
        size={13}
        label={`Close ${name}`}
        // Not of the tab list’s kind; Delete and the command close a tab by keyboard.
        tabIndex={-1}
        aria-hidden
        onClick={onClose}
      />
    </div>
  );
}
