import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import styles from './split-pane.module.css';

interface SplitPaneProps {
  readonly id: string;
  readonly orientation: 'horizontal' | 'vertical';
  readonly separatorLabel: string;
  /** Per cent of the first pane, or pixels where it was never moved. */
  readonly size: { readonly percent: number } | { readonly px: number };
  readonly minimumPx: readonly [first: number, second: number];
  /** The first pane keeps its pixels when the window grows. */
  readonly keepsPixels?: boolean;
  readonly onResize: (percent: number) => void;
  readonly first: ReactNode;
  readonly second: ReactNode;
}

/** What stands in a pane brings its own scrolling. */
const clipped = { overflow: 'hidden' } as const;

/** Two panes with a line between them that can be moved by pointer and arrow keys. */
export function SplitPane(props: SplitPaneProps) {
  const { id, orientation, size, minimumPx, first, second } = props;
  return (
    <Group
      id={id}
      orientation={orientation}
      onLayoutChanged={(layout, meta) => {
        const percent = layout[`${id}-first`];
        if (meta.isUserInteraction && percent !== undefined) props.onResize(percent);
      }}
    >
      <Panel
        id={`${id}-first`}
        className={styles.panel}
        style={clipped}
        defaultSize={'px' in size ? size.px : `${size.percent}%`}
        minSize={minimumPx[0]}
        groupResizeBehavior={props.keepsPixels ? 'preserve-pixel-size' : 'preserve-relative-size'}
      >
        {first}
      </Panel>
      <Separator className={clsx(styles.separator, styles[orientation])} aria-label={props.separatorLabel} />
      <Panel id={`${id}-second`} className={styles.panel} style={clipped} minSize={minimumPx[1]}>
        {second}
      </Panel>
    </Group>
  );
}
