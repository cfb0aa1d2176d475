import { ChevronDown } from 'lucide-react';
import { useHost } from '#renderer/host/host-context.ts';
import { Menu, MenuChoice, MenuLabel } from '#renderer/ui/menu.tsx';
import { useActions, useCurrent } from './state/app-context.ts';
import styles from './title-bar.module.css';

const meanings: Readonly<Record<string, string>> = {
  all: 'every store view, global values',
  default: 'the default store view',
  '': 'none in the path',
};

/** Switches the store code that `/V1/…` paths and `{{store}}` get. */
export function StoreCodeMenu() {
  const { environment } = useCurrent();
  const { report } = useActions();
  const host = useHost();
  if (!environment) return null;
  const codes = [...new Set([...environment.storeCodes, environment.storeCode, 'default', 'all', ''])];
  return (
    <Menu
      label="Store code"
      trigger={
        <button type="button" className={styles.pill} aria-label={`Store code: ${environment.storeCode || 'none'}`}>
          <small>store</small>
          <b>{environment.storeCode || 'none'}</b>
          <ChevronDown size={13} aria-hidden />
        </button>
      }
    >
      <MenuLabel>Store code in /rest/…/V1</MenuLabel>
      <MenuChoice
        value={environment.storeCode}
        onChange={(storeCode) =>
          void host
            .call('environments.update', { id: environment.id, draft: { ...environment, storeCode } })
            .catch(report)
        }
        choices={codes.map((code) => ({ value: code, label: code || 'none', hint: meanings[code] }))}
      />
    </Menu>
  );
}
