import { useLayoutEffect, useState, type RefObject } from 'react';
import styles from './text-view.module.css';

/** How many characters of the wire's font fit into a view beside its line numbers. */
export function useColumns(scroller: RefObject<HTMLElement | null>, digits: number): number {
  const [columns, setColumns] = useState(160);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const probe = document.createElement('span');
    probe.className = styles.probe ?? '';
    probe.textContent = '0'.repeat(100);
    element.append(probe);
    const measure = () => {
      const character = probe.getBoundingClientRect().width / 100 || 7.2;
      setColumns(Math.max(20, Math.floor((element.clientWidth - 20) / character - digits - 3.5)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
      probe.remove();
    };
  }, [scroller, digits]);
  return columns;
}
